import { type FieldGroup, number, percent, units } from './profileField.ts'

const { points, share, days, hours, minutes, courtyards, tasks, sensors, intervals } = units

/** How a month's score is put together, and who is on which list. */
export const scoringFields = (): FieldGroup[] => [
	{
		id: 'parts',
		title: { zh: '三部分在总分里的权重', en: 'Weights of the three parts of the score' },
		note: {
			zh: '只看比例：60、30、10 和 6、3、1 是一样的。缺了一部分，它的份额按比例分给其余部分。',
			en: 'Only their ratio matters: 60, 30, 10 is the same as 6, 3, 1. An absent part gives its share to the others.',
		},
		fields: [
			number(['ranking', 'weights', 'environment'], '环境监测', 'Environment', share),
			number(['ranking', 'weights', 'inspection'], '现场检查', 'Inspection', share),
			number(['ranking', 'weights', 'response'], '处置响应', 'Response', share),
		],
	},
	{
		id: 'revolutions',
		title: { zh: '三大革命在环境得分里的权重', en: 'Weights of the three revolutions in the environment' },
		fields: [
			number(['weights', 'toilet'], '厕所', 'Toilets', share),
			number(['weights', 'waste'], '垃圾', 'Waste', share),
			number(['weights', 'sewage'], '污水', 'Sewage', share),
		],
	},
	{
		id: 'lists',
		title: { zh: '红黑榜', en: 'Red and black list' },
		fields: [
			number(['ranking', 'redList'], '红榜最多', 'Red list, at most', courtyards),
			number(['ranking', 'redFrom'], '红榜最低分', 'Red list from', points),
			number(['ranking', 'blackList'], '黑榜最多', 'Black list, at most', courtyards),
			number(['ranking', 'blackBelow'], '低于此分才上黑榜', 'Black list below', points),
		],
	},
	{
		id: 'conditions',
		title: { zh: '参评条件', en: 'What it takes to be ranked' },
		fields: [
			number(['scoring', 'monthDays'], '每月有效天数至少', 'Valid days a month, at least', days),
			number(['scoring', 'februaryDays'], '二月有效天数至少', 'Valid days of a February, at least', days),
			number(['ranking', 'minimumSensors'], '传感器至少', 'Sensors, at least', sensors),
			number(['ranking', 'minimumTasks'], '计响应分的任务至少', 'Tasks that say something, at least', tasks),
		],
	},
	{
		id: 'validity',
		title: { zh: '数据怎样才算有效', en: 'What makes data valid' },
		fields: [
			number(['scoring', 'hourMinutes'], '一小时里至少有数据', 'Of an hour, at least', minutes),
			number(['scoring', 'dayHours'], '一天里有效小时至少', 'Of a day, at least', hours),
			percent(['scoring', 'deviceShare'], '一类设备里有效的至少', 'Devices of a kind with a valid day'),
			number(['scoring', 'lookBackDays'], '缺数时往前查找', 'Looks back before a gap', days),
			number(['holdIntervals'], '一次读数管用', 'A reading holds for', intervals),
			number(['scoring', 'doubts', 'gapHours'], '连续缺数多久列为存疑', 'A gap is in doubt from', hours),
			number(['scoring', 'doubts', 'signalJump'], '信号突变多少列为存疑', 'A jump of the signal in doubt', {
				zh: '分贝',
				en: 'dB',
			}),
		],
	},
]
