type Words = { zh: string; en: string }

/** What a failure of a channel means and what to do, by what the adapter said; the groups are put into the words. */
const meanings: readonly { said: RegExp; words: (...groups: string[]) => Words }[] = [
	{
		said: /^(\S+) did not answer within (\S+) s$/,
		words: (host, seconds) => ({
			zh: `${host} 在 ${seconds} 秒内没有应答。请对方检查系统是否在运行。`,
			en: `${host} gave no answer within ${seconds} seconds. Ask those who run it whether it is up.`,
		}),
	},
	{
		said: /^(\S+) cannot be reached/,
		words: (host) => ({
			zh: `连不上 ${host}。请检查地址有没有写错、对方有没有开机。`,
			en: `${host} cannot be reached. Check that the address is right and that it is switched on.`,
		}),
	},
	{
		said: /^(\S+) redirects/,
		words: (host) => ({
			zh: `${host} 让我们转到别的地址。请直接填写最终的地址。`,
			en: `${host} points to another address. Enter the address it leads to.`,
		}),
	},
	{
		said: /^(\S+): only https is allowed$/,
		words: (host) => ({
			zh: `${host} 不是加密地址。地址要以 https:// 开头。`,
			en: `${host} is not encrypted. The address must begin with https://.`,
		}),
	},
	{
		said: /^(\S+) answered HTTP (401|403)$/,
		words: (host) => ({
			zh: `${host} 不认可我们的签名。请核对双方的密钥是否一致。`,
			en: `${host} does not accept our signature. Check that both sides have the same secret.`,
		}),
	},
	{
		said: /^(\S+) answered HTTP (404|405|410)$/,
		words: (host) => ({
			zh: `${host} 上没有这个接收地址。请核对地址。`,
			en: `${host} knows no such address. Check the address.`,
		}),
	},
	{
		said: /^(\S+) answered HTTP 429$/,
		words: (host) => ({
			zh: `${host} 说我们发得太快。过一会儿会自动再发。`,
			en: `${host} says we send too fast. It is tried again by itself in a while.`,
		}),
	},
	{
		said: /^(\S+) answered HTTP (5\d\d)$/,
		words: (host, status) => ({
			zh: `${host} 自己出了故障（${status}）。请联系对方。`,
			en: `${host} has a fault of its own (${status}). Tell those who run it.`,
		}),
	},
	{
		said: /^(\S+) answered HTTP (\d+)$/,
		words: (host, status) => ({
			zh: `${host} 没有收下消息（${status}）。请联系对方。`,
			en: `${host} did not take the message (${status}). Tell those who run it.`,
		}),
	},
	{
		said: /^(\S+) did not answer like a WeCom robot$/,
		words: (host) => ({
			zh: `${host} 的应答不像企业微信群机器人。请核对地址。`,
			en: `${host} does not answer as a WeCom robot does. Check the address.`,
		}),
	},
	// developer.work.weixin.qq.com/document/path/90313
	{
		said: /^WeCom errcode 93000\b/,
		words: () => ({
			zh: '企业微信不认识这个机器人：可能已被移出群，或密钥有误。请在群里重新添加机器人，并更新密钥。',
			en: 'WeCom does not know this robot: it was taken out of the group, or its key is wrong. Add a robot again and keep its new key.',
		}),
	},
	{
		said: /^WeCom errcode 45009\b/,
		words: () => ({
			zh: '机器人一分钟内发得太多。过一会儿会自动再发。',
			en: 'The robot sent too much within a minute. It is tried again by itself in a while.',
		}),
	},
	{
		said: /^WeCom errcode (-?\d+)/,
		words: (code) => ({
			zh: `企业微信没有收下消息（错误码 ${code}）。`,
			en: `WeCom did not take the message (error ${code}).`,
		}),
	},
	{
		said: /^the secret (\S+) (cannot be read|is empty)/,
		words: (name) => ({
			zh: `读不到密钥 ${name}。请管理员在参数库里存入这个名称的密钥。`,
			en: `The secret ${name} cannot be read. The administrator has to keep one under this name in the parameter store.`,
		}),
	},
	{
		said: /^SNS: (NotFoundException|NotFound)/,
		words: () => ({ zh: '没有这个短信、邮件主题。请核对主题名称。', en: 'There is no such topic. Check its name.' }),
	},
	{
		said: /^SNS: (\S+)/,
		words: (code) => ({
			zh: `短信、邮件服务没有收下消息（${code}）。`,
			en: `The e-mail and SMS service did not take the message (${code}).`,
		}),
	},
	{
		said: /^MQTT: (.+)$/,
		words: (code) => ({
			zh: `消息没能送到大喇叭（${code}）。请检查设备平台。`,
			en: `The message could not be handed to the loudspeakers (${code}).`,
		}),
	},
]

/**
 * Why a channel failed, in plain words with what to do next.
 * @param error as the adapters of channels say it; what is not known is told as it came
 */
export function failureWords(error: string): Words {
	for (const { said, words } of meanings) {
		const [found, ...groups] = said.exec(error) ?? []
		if (found !== undefined) return words(...groups)
	}
	return { zh: `没有送到：${error}`, en: `It did not arrive: ${error}` }
}
