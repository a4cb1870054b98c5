import { words } from '../i18n/language.ts'

export const homeWords = words({
	title: { zh: '绿色院落', en: 'Green Courtyard' },
	lead: {
		zh: '厕所、垃圾、污水，院落里的事看得见、有人管。',
		en: 'Toilets, waste and sewage: seen, mended and told, courtyard by courtyard.',
	},
	desk: { zh: '镇工作台', en: 'Township desk' },
	deskNote: { zh: '镇、村工作人员登录', en: 'Township and village staff sign in' },
	phone: { zh: '我的院落', en: 'My courtyard' },
	phoneNote: { zh: '院落长登录', en: 'Courtyard heads sign in' },
	wall: { zh: '院落连心墙', en: 'The wall' },
	reference: { zh: '接口文档', en: 'API reference' },
	wallNote: { zh: '公开页面，不用登录', en: 'Open to everybody, no sign-in' },
})
