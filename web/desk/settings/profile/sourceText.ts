import type { Language } from '../../../i18n/language.ts'

/** What the shipped profile founds its numbers on, in Chinese; there it stands in English, as everything in a program's files. */
const inChinese: Readonly<Record<string, string>> = {
	'docs/scoring.md: the index is not rounded, 100 is best': 'docs/scoring.md：指数不取整，100 为最好',
	'GB/T 17217-1998, limits of classes 一 / 二 / 三: 0.3 / 1 / 3 mg/m³; the form of the scale: own choice':
		'GB/T 17217-1998，一、二、三类限值 0.3、1、3 mg/m³；评分曲线的形状为自定',
	'own choice, common practice; to be corrected by the township': '自定，按常见做法；可由镇里修订',
	'GB/T 17217-1998: 0.01 mg/m³; GB 14554 class II: 0.06 mg/m³':
		'GB/T 17217-1998：0.01 mg/m³；GB 14554 二级：0.06 mg/m³',
	'practice; desludging at least yearly': '常见做法；每年至少清掏一次',
	'commercial practice: empty at 80 to 90 %': '行业做法：装到 80%～90% 时清运',
	'fire in a bin shows at 60 to 70 °C; own choice': '桶内着火时可达 60～70 °C；自定',
	'overturned bin; own choice': '垃圾桶翻倒；自定',
	'DB51/2626-2019 and GB 18918-2002: pH 6 to 9': 'DB51/2626-2019 和 GB 18918-2002：pH 6～9',
	'DB51/2626-2019, levels I / II / III': 'DB51/2626-2019，一、二、三级标准',
	'DB51/2626-2019, levels I / II / III; the limit in brackets applies at a water temperature of at most 12 °C (GB 18918-2002)':
		'DB51/2626-2019，一、二、三级标准；括号内的限值用于水温不高于 12 °C 时（GB 18918-2002）',
	'overflow of a manhole or lift well; own choice': '检查井或提升井溢流；自定',
	'a fault is a fault; own choice': '有故障就算故障；自定',
	'limit of the toilet’s class, where the index is 60; deadband 2 % of the span 0 to 6 times the limit; delays: own choice (2 readings / 5 min)':
		'该类厕所的限值，即指数为 60 处；回差为 0 至 6 倍限值的 2%；延时自定（2 次读数或 5 分钟）',
	'limit where the index is 60; deadband a tenth of the limit, because 2 % of the long span would be most of the limit; delays: own choice':
		'指数为 60 处的限值；回差为限值的十分之一，因为量程长，2% 已接近限值；延时自定',
	'limit where the index is 60; deadband and delays: own choice (2 readings / 5 min)':
		'指数为 60 处的限值；回差和延时自定（2 次读数或 5 分钟）',
	'limit of the device’s level, where the index is 60; deadband 2 % of the span 0.5 to 2 times the limit; own choice':
		'该设备标准等级的限值，即指数为 60 处；回差为 0.5 至 2 倍限值的 2%；自定',
	'a fault needs no delay; own choice': '故障不需要延时；自定',
	'own choice': '自定',
	'own choice: the three revolutions count alike': '自定：三大革命同等重要',
	'own choice: a radio that loses two messages in a row is not yet silent': '自定：连续丢两条消息还不算失去联系',
	'GB 3095-2012, table 4, validity of data: 45 min an hour, 20 h a day, 27 days a month (February 25); the share of devices, the look back and the doubts are our own choice':
		'GB 3095-2012 表 4 数据有效性：每小时 45 分钟、每天 20 小时、每月 27 天（二月 25 天）；设备比例、回看天数和存疑规则为自定',
	'三事分流 of Sichuan’s courtyard governance: 大事 government, 小事 village, 私事 resident; the rules are our own choice, to be corrected by the township':
		'四川院落治理的“三事分流”：大事归政府、小事归村、私事归居民；具体规则为自定，可由镇里修订',
	'own choice; many phones of a village may share one address; to be corrected by the township':
		'自定；一个村的许多手机可能共用一个网络地址；可由镇里修订',
	'点单-配送 of Sichuan’s courtyard governance; what is offered and how soon: own choice, to be corrected by the township':
		'四川院落治理的“点单—配送”；服务内容和时限为自定，可由镇里修订',
	'积分 and 幸福币 of Sichuan’s courtyards; what help is worth: own choice, to be corrected by the township':
		'四川院落的积分和“幸福币”；每件事值多少分为自定，可由镇里修订',
	'own choice: as long as a minor task may take to be mended': '自定：与一般任务的办结时限相同',
	'group_wait, group_interval and repeat_interval are Alertmanager’s defaults; the rest own choice, to be corrected by the township':
		'等待、合并和重复的时间是 Alertmanager 的默认值；其余为自定，可由镇里修订',
	'docs/scoring.md; DB51/2626-2019 values and own choices are to be confirmed by the township':
		'docs/scoring.md；DB51/2626-2019 的数值和自定的数值由镇里确认',
}

/** Longest first: what the source begins with, before the reasons that were added when a number was changed. */
const known = Object.keys(inChinese).sort((a, b) => b.length - a.length)

/** What numbers are founded on, in the reader's language as far as it is what was shipped; people's own words stay as they are. */
export const sourceText = (source: string, language: Language): string => {
	const begins = language === 'zh' ? known.find((text) => plain(source).startsWith(text)) : undefined
	return begins === undefined ? source : `${inChinese[begins]}${source.slice(begins.length).replace(/^; /, '；')}`
}

const plain = (text: string): string => text.replaceAll("'", '’')
