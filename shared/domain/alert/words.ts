import type { Severity } from '../../contract/task/severity.ts'
import { isFlatRule } from '../alarm/flatRule.ts'

type Words = { zh: string; en: string }

/** What each alarm rule means to the people who get it. A rule that a profile adds is called by its id. */
const rules: Readonly<Record<string, Words>> = {
	'ammonia-high': { zh: '氨气超标', en: 'ammonia too high' },
	'hydrogen-sulfide-high': { zh: '硫化氢超标', en: 'hydrogen sulfide too high' },
	'septic-level-high': { zh: '化粪池快满', en: 'septic tank almost full' },
	'fill-high': { zh: '垃圾满溢', en: 'bin overfull' },
	fire: { zh: '垃圾箱高温，可能着火', en: 'bin hot, perhaps on fire' },
	'tilt-high': { zh: '垃圾箱倾倒', en: 'bin overturned' },
	'ph-high': { zh: '污水酸碱度偏高', en: 'sewage pH too high' },
	'ph-low': { zh: '污水酸碱度偏低', en: 'sewage pH too low' },
	'cod-high': { zh: '化学需氧量超标', en: 'COD too high' },
	'ammonia-nitrogen-high': { zh: '氨氮超标', en: 'ammonia nitrogen too high' },
	'total-phosphorus-high': { zh: '总磷超标', en: 'total phosphorus too high' },
	'total-nitrogen-high': { zh: '总氮超标', en: 'total nitrogen too high' },
	'suspended-solids-high': { zh: '悬浮物超标', en: 'suspended solids too high' },
	'level-high': { zh: '污水井水位过高', en: 'sewage level too high' },
	'pump-fault': { zh: '水泵故障', en: 'pump fault' },
	'battery-low': { zh: '传感器电量低', en: 'sensor battery low' },
	implausible: { zh: '传感器数值异常', en: 'sensor sends impossible values' },
	outage: {
		zh: '多个传感器同时失去联系，可能停电或断网',
		en: 'many sensors silent at once, perhaps no power or network',
	},
	silent: { zh: '传感器失去联系', en: 'sensor silent' },
}

const severities: Readonly<Record<Severity, Words>> = {
	critical: { zh: '紧急', en: 'Urgent' },
	major: { zh: '重要', en: 'Important' },
	minor: { zh: '一般', en: 'Minor' },
}

export const ruleWords = (rule: string): Words =>
	isFlatRule(rule)
		? { zh: '传感器数值长时间不变', en: 'sensor stuck at one value' }
		: (rules[rule] ?? { zh: rule, en: rule })
export const severityWords = (severity: Severity): Words => severities[severity]
