import { words } from '../../i18n/language.ts'

export const tvWords = words({
	scan: { zh: '扫码上报问题', en: 'Scan to report' },
	scanNote: { zh: '看得分 · 查进展 · 点单', en: 'Scores, reports, services' },
	asOf: { zh: (when: string) => `网络断开，内容为 ${when}`, en: (when: string) => `No connection; as of ${when}` },
	ranking: { zh: (month: string) => `${month}院落评比`, en: (month: string) => `Courtyard ranking, ${month}` },
	red: { zh: (month: string) => `${month}红榜`, en: (month: string) => `Red list, ${month}` },
	black: {
		zh: (month: string) => `${month}黑榜：大家一起帮着改`,
		en: (month: string) => `Black list, ${month}: let us help`,
	},
	page: {
		zh: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
		en: (page: number, of: number) => `Page ${page} of ${of}`,
	},
	waiting: { zh: '正在等待网络', en: 'Waiting for the network' },
	waitingNote: { zh: '恢复后会自动显示，不用操作。', en: 'It shows by itself when the network is back.' },
})
