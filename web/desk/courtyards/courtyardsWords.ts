import { words } from '../../i18n/language.ts'

export const courtyardsWords = words({
	title: { zh: '院落', en: 'Courtyards' },
	note: {
		zh: (count: number, when: string) => `共 ${count} 个院落，得分截至 ${when}，约五分钟更新一次`,
		en: (count: number, when: string) => `${count} courtyards, scores as of ${when}, new about every five minutes`,
	},
	courtyard: { zh: '院落', en: 'Courtyard' },
	village: { zh: '村', en: 'Village' },
	head: { zh: '院落长', en: 'Head' },
	score: { zh: '得分', en: 'Score' },
	band: { zh: '等级', en: 'Band' },
	reporting: { zh: '在线设备', en: 'Reporting' },
	kind: { zh: '类型', en: 'Kind' },
	'natural-village': { zh: '自然村院落', en: 'Natural village' },
	concentric: { zh: '同心圆院落', en: 'Concentric' },
	settlement: { zh: '聚居点院落', en: 'Settlement' },
	allVillages: { zh: '全部村', en: 'All villages' },
	villages: { zh: '按村筛选', en: 'By village' },
	map: { zh: '位置示意图', en: 'Map by position' },
	mapNote: {
		zh: '上北下南，按经纬度排布；点选查看院落。',
		en: 'North is up, placed by their position; select one to open it.',
	},
	none: { zh: '还没有院落', en: 'No courtyards yet' },
	noneNote: {
		zh: '在“设置”中登记村和院落后，这里会显示它们的得分。',
		en: 'Once villages and courtyards are registered under “Settings”, their scores appear here.',
	},
	register: { zh: '去登记院落', en: 'Register courtyards' },
	households: { zh: (count: number) => `${count} 户`, en: (count: number) => `${count} households` },
})
