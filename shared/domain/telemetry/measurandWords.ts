import type { Measurand } from '../../contract/telemetry/measurand.ts'

/** What is measured, as people call it. The unit stands apart (`measurandUnit`). */
export const measurandWords: Readonly<Record<Measurand, { zh: string; en: string }>> = {
	ammonia: { zh: '氨气', en: 'Ammonia' },
	hydrogenSulfide: { zh: '硫化氢', en: 'Hydrogen sulfide' },
	septicLevel: { zh: '化粪池液位', en: 'Septic tank level' },
	visits: { zh: '使用人次', en: 'Visits' },
	fill: { zh: '满溢度', en: 'Fill level' },
	temperature: { zh: '箱内温度', en: 'Temperature' },
	tilt: { zh: '倾斜角度', en: 'Tilt' },
	ph: { zh: '酸碱度', en: 'Acidity' },
	cod: { zh: '化学需氧量', en: 'Chemical oxygen demand' },
	ammoniaNitrogen: { zh: '氨氮', en: 'Ammonia nitrogen' },
	totalPhosphorus: { zh: '总磷', en: 'Total phosphorus' },
	totalNitrogen: { zh: '总氮', en: 'Total nitrogen' },
	suspendedSolids: { zh: '悬浮物', en: 'Suspended solids' },
	waterTemperature: { zh: '水温', en: 'Water temperature' },
	level: { zh: '水位', en: 'Water level' },
	flow: { zh: '流量', en: 'Flow' },
	pumpFault: { zh: '水泵故障', en: 'Pump fault' },
	battery: { zh: '电量', en: 'Battery' },
	signal: { zh: '信号强度', en: 'Signal strength' },
	snr: { zh: '信噪比', en: 'Signal-to-noise ratio' },
	nextWithin: { zh: '承诺的上报间隔', en: 'Promised interval' },
}
