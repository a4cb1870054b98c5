import { words } from '../../i18n/language.ts'

export const whatIfWords = words({
	intro: {
		zh: '改几个数，看看这个月会怎么排。只是试算：不保存，不影响已发布的评比。',
		en: 'Change a few numbers and see how the month would be ranked. A trial only: nothing is kept, nothing published changes.',
	},
	base: { zh: '从哪套标准改起', en: 'Begin with' },
	inForce: { zh: (version: string) => `${version}（现行）`, en: (version: string) => `${version} (in force)` },
	from: {
		zh: (version: string, day: string) => `${version}（${day} 起）`,
		en: (version: string, day: string) => `${version} (from ${day})`,
	},
	parts: { zh: '三部分的权重', en: 'Weights of the three parts' },
	revolutions: { zh: '三大革命在环境得分中的权重', en: 'Weights of the three revolutions' },
	rules: { zh: '上榜和参评的条件', en: 'Conditions' },
	redFrom: { zh: '红榜最低分', en: 'Red list from' },
	blackBelow: { zh: '黑榜分数线', en: 'Black list below' },
	monthDays: { zh: '至少有效天数', en: 'Valid days needed' },
	run: { zh: '试算', en: 'Work it out' },
	running: { zh: '正在试算…', en: 'Working it out…' },
	besidePublished: {
		zh: (revision: number) => `与已发布的第 ${revision} 版对比`,
		en: (revision: number) => `Beside revision ${revision} as published`,
	},
	besideDraft: { zh: '与现在的草稿对比', en: 'Beside the draft as of now' },
	same: { zh: '还没有改动：先改一个数再试算。', en: 'Nothing is changed yet: change a number first.' },
})
