import { words } from '../../i18n/language.ts'

export const qualityWords = words({
	intro: {
		zh: '机器只提示疑点，是不是有人动过传感器，由您核实后决定。',
		en: 'The machine only points out what looks odd; whether a sensor was tampered with is for you to find out.',
	},
	generated: { zh: (when: string) => `按 ${when} 的评比草稿`, en: (when: string) => `From the draft of ${when}` },
	noDraft: { zh: '还没有可以查看的月份', en: 'There is no month to look at yet' },
	noDraftNote: {
		zh: '每月 1 日生成上月的评比草稿，那时就能看到各设备的数据质量。',
		en: 'The draft of a month is made on the 1st of the next; then the data of its devices can be looked at.',
	},
	clocks: { zh: '时钟不准', en: 'Clocks that are wrong' },
	doubts: { zh: '待核实', en: 'To be settled' },
	noDoubts: { zh: '这个月没有待核实的疑点。', en: 'No doubts are left in this month.' },
	days: {
		zh: (count: number, list: string) => `${count} 天：${list}`,
		en: (count: number, list: string) => `${count} ${count === 1 ? 'day' : 'days'}: ${list}`,
	},
	review: { zh: '核实', en: 'Settle' },
	harmless: { zh: '没有问题', en: 'Nothing was wrong' },
	harmlessMeans: {
		zh: '没有问题：数据照常采用。',
		en: 'Nothing was wrong: the readings stay as they are.',
	},
	confirmed: { zh: '确有人为干扰', en: 'It was tampered with' },
	confirmedMeans: {
		zh: '确有人为干扰：院落当月不能上红榜。',
		en: 'It was tampered with: the courtyard stays off the red list of the month.',
	},
	verdict: { zh: '核实结果', en: 'What was found' },
	why: { zh: '怎么核实的', en: 'How you know' },
	whyHint: { zh: '会和您的名字一起保留。', en: 'Kept together with your name.' },
	save: { zh: '保存结果', en: 'Save' },
	heard: { zh: '各设备的数据', en: 'How well devices were heard' },
	coverage: { zh: '有效数据', en: 'Coverage' },
	missing: { zh: '缺数据', en: 'Missing' },
	faulty: { zh: '传感器故障', en: 'Sensor at fault' },
	courtyard: { zh: '院落', en: 'Courtyard' },
	hours: { zh: (count: string) => `${count} 小时`, en: (count: string) => `${count} h` },
	silent: { zh: '整月没有数据', en: 'Not heard all month' },
	settled: { zh: '已核实', en: 'Settled' },
	noDevices: { zh: '这个月没有设备。', en: 'There were no devices in this month.' },
	by: {
		zh: (name: string, when: string) => `${name}，${when}`,
		en: (name: string, when: string) => `${name}, ${when}`,
	},
})
