import type { Doubt, Excuse, Factor } from '../../contract/score/score.ts'

type Words = { zh: string; en: string }

/** What costs points, as people say it. */
export const factorWords: Readonly<Record<Factor, Words>> = {
	ammonia: { zh: '氨气偏高', en: 'ammonia too high' },
	hydrogenSulfide: { zh: '硫化氢偏高', en: 'hydrogen sulfide too high' },
	septicLevel: { zh: '化粪池偏满', en: 'septic tank too full' },
	visits: { zh: '使用人次', en: 'visits' },
	fill: { zh: '垃圾偏满', en: 'bin too full' },
	temperature: { zh: '温度偏高', en: 'temperature too high' },
	tilt: { zh: '垃圾箱倾斜', en: 'bin tilted' },
	ph: { zh: '污水酸碱度异常', en: 'sewage pH out of range' },
	cod: { zh: '化学需氧量偏高', en: 'COD too high' },
	ammoniaNitrogen: { zh: '氨氮偏高', en: 'ammonia nitrogen too high' },
	totalPhosphorus: { zh: '总磷偏高', en: 'total phosphorus too high' },
	totalNitrogen: { zh: '总氮偏高', en: 'total nitrogen too high' },
	suspendedSolids: { zh: '悬浮物偏高', en: 'suspended solids too high' },
	waterTemperature: { zh: '水温', en: 'water temperature' },
	level: { zh: '污水水位偏高', en: 'sewage level too high' },
	flow: { zh: '污水流量', en: 'sewage flow' },
	pumpFault: { zh: '水泵故障', en: 'pump fault' },
	battery: { zh: '电量', en: 'battery' },
	signal: { zh: '信号', en: 'signal' },
	snr: { zh: '信噪比', en: 'signal-to-noise ratio' },
	nextWithin: { zh: '承诺的上报间隔', en: 'promised interval' },
	missing: { zh: '没有数据', en: 'no data' },
}

/** The same where it never was beyond its limit: below the best, and nothing to be blamed for. */
export const withinLimitWords: Readonly<Partial<Record<Factor, Words>>> = {
	ammonia: { zh: '氨气略高（未超标）', en: 'some ammonia, within the limit,' },
	hydrogenSulfide: { zh: '硫化氢略高（未超标）', en: 'some hydrogen sulfide, within the limit,' },
	septicLevel: { zh: '化粪池较满（未超标）', en: 'septic tank filling up, within the limit,' },
	fill: { zh: '垃圾较满（未超标）', en: 'bin filling up, within the limit,' },
	temperature: { zh: '温度略高（未超标）', en: 'rather warm, within the limit,' },
	tilt: { zh: '垃圾箱略斜（未超标）', en: 'bin leaning, within the limit,' },
	ph: { zh: '污水酸碱度略偏（未超标）', en: 'sewage pH a little off, within the limit,' },
	cod: { zh: '化学需氧量略高（未超标）', en: 'some COD, within the limit,' },
	ammoniaNitrogen: { zh: '氨氮略高（未超标）', en: 'some ammonia nitrogen, within the limit,' },
	totalPhosphorus: { zh: '总磷略高（未超标）', en: 'some total phosphorus, within the limit,' },
	totalNitrogen: { zh: '总氮略高（未超标）', en: 'some total nitrogen, within the limit,' },
	suspendedSolids: { zh: '悬浮物略高（未超标）', en: 'some suspended solids, within the limit,' },
	level: { zh: '污水水位略高（未超标）', en: 'sewage level up, within the limit,' },
}

export const excuseWords: Readonly<Record<Excuse, Words>> = {
	'out-of-service': { zh: '停用维修', en: 'under repair' },
	outage: { zh: '停电或断网', en: 'no power or network' },
	'sensor-fault': { zh: '传感器故障', en: 'sensor at fault' },
	appeal: { zh: '申诉成立', en: 'an accepted appeal' },
}

/** What staff are asked to look at. */
export const doubtWords: Readonly<Record<Doubt, Words>> = {
	'coverage-drop': {
		zh: '数据突然中断，请查看是否被拔掉或遮挡',
		en: 'readings broke off: was the sensor unplugged or covered?',
	},
	'flat-line': { zh: '数值一动不动，请查看是否被遮挡', en: 'the values stand still: is the sensor covered?' },
	moved: { zh: '信号强度突变，请查看是否被移动', en: 'the radio signal jumped: was the sensor moved?' },
}
