import { words } from '../../i18n/language.ts'

export const headsWords = words({
	intro: {
		zh: '由接单、处理、退回、得分走势和职责完成情况算出。是否调整由工作人员决定，系统只提出建议。',
		en: 'From how soon tasks are taken up and mended, what came back, the trend of the score, and duties. Whether anybody is replaced is for staff to decide; this only proposes.',
	},
	none: { zh: '本月还没有评价', en: 'Not evaluated yet' },
	noneNote: {
		zh: '月份结束后可以评价全部院落长。',
		en: 'When the month is over all heads are evaluated together.',
	},
	evaluate: { zh: '评价这个月', en: 'Evaluate the month' },
	anew: { zh: '按现在的数据重新评价', en: 'Evaluate anew' },
	notOver: { zh: '月份还没有结束', en: 'The month is not over' },
	failed: { zh: '没有评价成功，请重试', en: 'That failed; try again' },
	head: { zh: '院落长', en: 'Head' },
	courtyard: { zh: '院落', en: 'Courtyard' },
	stars: { zh: '星级', en: 'Stars' },
	starsOf: { zh: (stars: number) => `${stars} 星`, en: (stars: number) => `${stars} of 3 stars` },
	noStars: { zh: '数据太少，不评星', en: 'too little to say' },
	figures: { zh: '为什么', en: 'Why' },
	proposal: { zh: '建议', en: 'Proposal' },
	proposed: { zh: '建议考虑调整', en: 'Think about another head' },
	duties: { zh: '职责', en: 'Duties' },
	dutiesOf: {
		zh: (done: number, all: number) => `${all} 项做了 ${done} 项`,
		en: (done: number, all: number) => `${done} of ${all} done`,
	},
	dutiesTitle: { zh: (name: string) => `${name}：本月职责`, en: (name: string) => `${name}: duties of the month` },
	said: { zh: (name: string, at: string) => `${name}，${at}`, en: (name: string, at: string) => `${name}, ${at}` },
	reason: { zh: '为什么更正', en: 'Why it is corrected' },
	correct: { zh: '保存更正', en: 'Save the correction' },
	open: { zh: '查看', en: 'Look' },
})
