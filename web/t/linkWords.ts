import { words } from '../i18n/language.ts'

/** What to do when a link opens nothing, or not here. */
export const linkWords = words({
	title: { zh: '任务', en: 'Task' },
	none: { zh: '请从提醒消息里打开', en: 'Open this from your alert' },
	noneNote: {
		zh: '请回到收到提醒的聊天或短信，点一下里面的链接。',
		en: 'Go back to the chat or text message with the alert and tap the link in it.',
	},
	invalid: { zh: '这个链接不完整', en: 'This link is not complete' },
	invalidNote: {
		zh: '请回到收到的提醒，再点一次原来的链接。还是打不开，请给镇里打电话，要一个新链接。',
		en: 'Go back to the alert and tap its link again. If it still does not open, call the township and ask for a new one.',
	},
	expired: { zh: '这个链接过期了', en: 'This link has expired' },
	expiredNote: {
		zh: '链接只在几天内有效。事情还没办完的话，请给镇里打电话，要一个新链接。',
		en: 'Links work for a few days. If there is still something to do, call the township and ask for a new one.',
	},
	revoked: { zh: '这个链接已停用', en: 'This link was taken back' },
	revokedNote: {
		zh: '镇里停用了这个链接。需要的话，请给镇里打电话，要一个新链接。',
		en: 'The township took this link back. If you need it, call them and ask for a new one.',
	},
	elsewhere: { zh: '这件事别人正在用这个链接处理', en: 'Somebody else is using this link' },
	elsewhereNote: {
		zh: '在这部手机上只能看，不能改。需要由您处理的话，请给镇里打电话，要一个您自己的链接。',
		en: 'On this phone you can only look. If it is yours to do, call the township and ask for a link of your own.',
	},
	moved: { zh: '这件事已不在这个院落', en: 'This is no longer a task of your courtyard' },
	movedNote: {
		zh: '不用您处理了。有疑问请问镇里。',
		en: 'There is nothing for you to do. Ask the township if in doubt.',
	},
	kept: {
		zh: (count: number) => `您做的 ${count} 项还记在这部手机上，打开新链接后会自动发送。`,
		en: (count: number) =>
			`${count === 1 ? 'The change' : `The ${count} changes`} you made stay on this phone and are sent once you open a new link.`,
	},
})
