import { beforeEach, expect, test } from 'vitest'
import { signatureOf } from '../../../functions/adapters/channels/webhookChannel.ts'
import { serveReceiver } from '../../../infra/local/receiver/serveReceiver.ts'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'

const AT = Date.parse('2026-11-24T06:00:00Z')
const secrets = { webhook: 'hook-secret', wecom: 'robot-key' }
const link = 'http://127.0.0.1:8080/t/#abc'
const message: AlertMessage = {
	courtyard: 'yard-1',
	text: { zh: `【重要】1号垃圾箱：垃圾满溢。\n${link}`, en: `[Important] Bin 1: overfull.\n${link}` },
	spoken: { zh: '请注意：1号垃圾箱，垃圾满溢。', en: 'Attention please. Bin 1: overfull.' },
	news: [
		{
			...{ dedupeKey: 'task-1:raised', news: 'raised', task: 'task-1', courtyard: 'yard-1', severity: 'major' },
			...{ state: 'raised', since: new Date(AT).toISOString(), text: { zh: '满', en: 'full' }, first: [], link },
		},
	],
}
const event = (data: unknown = message): string =>
	JSON.stringify({ specversion: '1.0', id: 'e1', source: '/x', type: 'green-courtyard.alerts.v1', data })

let receive: ReturnType<typeof serveReceiver>
beforeEach(() => {
	receive = serveReceiver(secrets)
})
const call = async (method: string, path: string, body = '', headers: Record<string, string> = {}, at = AT) => {
	const target = `/local-receiver${path}`
	const request = { method, target, headers, body: Buffer.from(body), sourceIp: '127.0.0.1', at, requestId: 'r' }
	const answer = await receive(request)
	return { status: answer?.status, body: String(answer?.body), headers: answer?.headers }
}
const signed = (body: string, secret = secrets.webhook, at = AT) => ({
	'x-green-courtyard-timestamp': String(at / 1000),
	'x-green-courtyard-signature': signatureOf(secret, at / 1000, body),
})
const robot = (content: string, key = secrets.wecom, at = AT) =>
	call('POST', `/wecom/group?key=${key}`, JSON.stringify({ msgtype: 'markdown', markdown: { content } }), {}, at)
const shown = async (language = 'zh') => (await call('GET', `?lang=${language}`)).body

test('the page shows what was sent as people would read it, whom to, the loudspeaker sentence and the link', async () => {
	expect((await call('POST', `/webhook/${encodeURIComponent('值班室')}`, event(), signed(event()))).status).toBe(200)
	const page = await shown()
	for (const text of [
		'值班室',
		'签名正确',
		'【重要】1号垃圾箱：垃圾满溢。',
		'请注意：1号垃圾箱，垃圾满溢。',
		'2026-11-24 14:00:00',
	])
		expect(page).toContain(text)
	expect(page).toContain(`<a class="button" href="${link}">`)
	expect(await shown('en')).toContain('[Important] Bin 1: overfull.')
})

test('a wrong signature, an old one and another body are refused, and shown as such', async () => {
	expect((await call('POST', '/webhook/a', event(), signed(event(), 'guessed'))).status).toBe(401)
	expect((await call('POST', '/webhook/a', event(), signed(event(), secrets.webhook, AT - 301_000))).status).toBe(401)
	expect((await call('POST', '/webhook/a', `${event()} `, signed(event()))).status).toBe(401)
	expect((await call('POST', '/webhook/a', event())).status).toBe(401)
	expect((await call('POST', '/webhook/a', '{}', signed('{}'))).status).toBe(400)
	const page = await shown('en')
	expect(page.match(/not taken: the signature is wrong/g)).toHaveLength(3)
	expect(page).toContain('not taken: the signature is too old')
	expect(page).toContain('not taken: no CloudEvents message of ours')
})

test('the group robot answers as WeCom does: errcode 0, 93000 for a wrong key, 45009 for the 21st in a minute', async () => {
	expect(JSON.parse((await robot('你好')).body)).toEqual({ errcode: 0, errmsg: 'ok' })
	expect(JSON.parse((await robot('你好', 'wrong')).body)).toMatchObject({ errcode: 93000 })
	for (let i = 0; i < 19; i += 1) await robot(`第${i}条`)
	expect(JSON.parse((await robot('太多')).body)).toMatchObject({ errcode: 45009 })
	expect(JSON.parse((await robot('过一分钟', secrets.wecom, AT + 60_000)).body)).toMatchObject({ errcode: 0 })
	expect(await shown()).toContain('一分钟超过二十条（errcode 45009）')
})

test('nothing that was sent becomes markup of the page', async () => {
	await robot('<script>alert(1)</script>\nhttp://x/"onclick="y')
	const page = await shown()
	expect(page).not.toContain('<script')
	expect(page).not.toContain('"onclick')
	expect((await call('GET', '')).headers?.['content-security-policy']).toContain("default-src 'none'")
})

test('the last 200 messages are kept, the latest first, also for programs', async () => {
	for (let i = 0; i < 205; i += 1) await robot(`m${i}`, secrets.wecom, AT + i * 4000)
	const { messages } = JSON.parse((await call('GET', '/messages.json')).body)
	expect(messages).toHaveLength(200)
	expect(messages[0].text.zh).toBe('m204')
})

test('other addresses are not the receiver’s', async () => {
	expect((await call('POST', '')).status).toBe(404)
	const elsewhere = { method: 'GET', target: '/local-receivers', headers: {}, body: Buffer.from('') }
	expect(await receive({ ...elsewhere, sourceIp: '127.0.0.1', at: AT, requestId: 'r' })).toBeUndefined()
})

test('a test message is taken and shown like any other', async () => {
	const test = JSON.stringify({
		...{ specversion: '1.0', id: 'e2', source: '/x', type: 'green-courtyard.test.v1' },
		data: { text: { zh: '【测试】不用处理', en: '[Test]' }, spoken: message.spoken, news: [], isTest: true },
	})
	expect((await call('POST', '/webhook/a', test, signed(test))).status).toBe(200)
	expect(await shown()).toContain('【测试】不用处理')
})
