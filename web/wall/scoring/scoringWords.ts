import { words } from '../../i18n/language.ts'

/** docs/scoring.md and docs/ranking.md in the words of a village meeting. */
export const scoringWords = words({
	seesTitle: { zh: '看什么', en: 'What is looked at' },
	sees: {
		zh: '得分只看装好的传感器：厕所、垃圾箱、污水井和污水站。在连心墙上报问题，不管报多少，都不扣本院落的分。',
		en: 'Only the sensors that are installed: toilets, bins, sewage wells and works. Whatever is reported on the wall never costs a courtyard a point.',
	},
	indexTitle: { zh: '每个读数怎么打分', en: 'What a reading is worth' },
	index: {
		zh: '每个读数变成 0 到 100 分，100 最好，60 刚好及格。例如垃圾箱：六成满以内 100 分，八成满 75 分，九成满 60 分，全满 0 分。一台设备同时测几样，按最差的一样算。',
		en: 'Every reading becomes 0 to 100: 100 is best, 60 just a pass. A bin, for example: up to 60% full is 100, 80% is 75, 90% is 60, full is 0. Where a device measures several things, the worst counts.',
	},
	averageTitle: { zh: '怎么算到一个月', en: 'From readings to a month' },
	average: {
		zh: '一层一层求平均：一小时按时间平均，一天 24 个小时平均，一个月每天平均。每台同类设备一样重，厕所、垃圾、污水三方面也一样重。院落没有的那一方面不算。',
		en: 'Averages, one upon the other: an hour over its time, a day over 24 hours, a month over its days. Devices of a kind weigh the same, and so do toilets, waste and sewage. What a courtyard does not have is left out.',
	},
	lossesTitle: { zh: '扣分有出处', en: 'Every lost point has a cause' },
	losses: {
		zh: '扣的每一分都写明是哪台设备、什么原因、多少小时。加起来正好是 100 减去得分。',
		en: 'Each lost point names the device, the cause and the hours. Together they are exactly 100 less the score.',
	},
	silentTitle: { zh: '传感器没声音了', en: 'When a sensor goes quiet' },
	silent: {
		zh: '不当 0 分，也不白给 100 分：按它断之前的样子算，但不高于它自己七天来的平均。拔插头、罩住传感器都得不到好处。',
		en: 'Neither 0 nor a present of 100: it counts as it was shown last, but no better than its own average of seven days. Unplugging or covering a sensor gains nothing.',
	},
	excusedTitle: { zh: '不怪院落的时间', en: 'Time that is left out' },
	excused: {
		zh: '登记过的维修、停电断网、传感器自己出故障、申诉成立的时间都拿掉，不扣分也不加分。',
		en: 'Repair on record, power or network cuts, faults of the sensor itself and accepted appeals do not count: no loss, no gain.',
	},
	rankingTitle: { zh: '评比怎么排', en: 'How the ranking is made' },
	ranking: {
		zh: '环境、检查、按时处理问题三项，按镇里定的比例合起来（一般是六成、三成、一成）；缺一项的，它的份额分给其他项。有效数据不够 27 天（二月 25 天）的院落照样公示，不排名。',
		en: 'Environment, inspection and repairs in time are weighed as the township has decided (usually 60, 30 and 10%); a missing part gives its share to the others. A courtyard with fewer than 27 valid days (25 in February) is shown but not ranked.',
	},
	listsTitle: { zh: '红榜和黑榜', en: 'The two lists' },
	lists: {
		zh: '一般是 75 分以上的前 10 名上红榜，75 分以下的最后 5 名上黑榜；黑榜写明问题和正在做的事，并交整改方案。镇里每月 5 日前发布；发布后不再改动，有错就在旁边另发更正。',
		en: 'Usually the first ten from 75 points on are on the red list and the last five below 75 on the black list, with the matter and what is being done. Published by the 5th of a month and never changed: a correction stands beside it.',
	},
	appealTitle: { zh: '不服可以申诉', en: 'Appeals' },
	appeal: {
		zh: '觉得不对，找院落长提出申诉；谁定的、为什么，都留着。同样的数据，谁来重算都是同样的分。',
		en: 'Whoever thinks it is wrong asks the courtyard head to appeal; who decided, and why, stays on record. The same data always make the same score.',
	},
})
