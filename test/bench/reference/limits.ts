import type { Measurand, Values } from '../../../shared/contract/measurand.ts'
import type { Device } from '../../../shared/contract/registry.ts'

type Points = readonly (readonly [value: number, index: number])[]
type Level = Device['sewageLevel']

/** Scales and limits as the design states them, written down apart from the profile and from the code that reads it. */
const scales: Partial<Record<Measurand, Points>> = {
	ammonia: [
		[0, 100],
		[0.3, 90],
		[1, 60],
		[3, 20],
		[6, 0],
	],
	hydrogenSulfide: [
		[0, 100],
		[0.01, 60],
		[0.06, 20],
		[0.32, 0],
	],
	septicLevel: [
		[70, 100],
		[80, 75],
		[90, 60],
		[100, 0],
	],
	fill: [
		[60, 100],
		[80, 75],
		[90, 60],
		[100, 0],
	],
	temperature: [
		[50, 100],
		[60, 60],
		[80, 0],
	],
	tilt: [
		[20, 100],
		[45, 60],
		[60, 0],
	],
	ph: [
		[5, 0],
		[6, 60],
		[6.5, 100],
		[8.5, 100],
		[9, 60],
		[10, 0],
	],
	level: [
		[70, 100],
		[80, 75],
		[90, 60],
		[100, 0],
	],
	pumpFault: [
		[0, 100],
		[0.4, 60],
		[1, 0],
	],
}

const sewageLimits: Partial<Record<Measurand, Partial<Record<Level, number>>>> = {
	cod: { I: 60, II: 80, III: 100 },
	ammoniaNitrogen: { I: 8, II: 15, III: 25 },
	totalPhosphorus: { I: 1.5, II: 3, III: 4 },
	totalNitrogen: { I: 20 },
	suspendedSolids: { I: 20, II: 30, III: 40 },
}

/** The limit of a sewage measurand; level I has a milder one for ammonia nitrogen in water of at most 12 °C. */
function sewageLimit(name: Measurand, level: Level, values: Values): number | undefined {
	const isCold = values.waterTemperature !== undefined && values.waterTemperature <= 12
	if (name === 'ammoniaNitrogen' && level === 'I' && isCold) return 15
	return sewageLimits[name]?.[level]
}

const singleLimits: Readonly<Record<string, number>> = {
	'ammonia-high': 1,
	'hydrogen-sulfide-high': 0.01,
	'septic-level-high': 90,
	'fill-high': 90,
	fire: 60,
	'tilt-high': 45,
	'ph-high': 9,
	'ph-low': 6,
	'level-high': 90,
	'pump-fault': 0.5,
	'battery-low': 20,
}

/** The limit of an alarm rule for a device at an instant; undefined where it has none. */
export const ruleLimit = (rule: string, measurand: Measurand, level: Level, values: Values): number | undefined =>
	singleLimits[rule] ?? sewageLimit(measurand, level, values)

/** The index of a device from its values: the worst of its measurands; undefined without a scored one. */
export function worstIndex(level: Level, values: Values): number | undefined {
	const indices = (Object.entries(values) as [Measurand, number][]).flatMap(([name, value]) => {
		const points = scales[name]
		if (points) return [onScale(value, points)]
		const limit = sewageLimit(name, level, values)
		return limit === undefined
			? []
			: [
					onScale(value, [
						[0.5 * limit, 100],
						[limit, 60],
						[2 * limit, 0],
					]),
				]
	})
	return indices.length === 0 ? undefined : Math.min(...indices)
}

function onScale(value: number, points: Points): number {
	const above = points.findIndex(([at]) => at >= value)
	const high = points[above]
	const low = points[above - 1]
	if (!high) return points.at(-1)?.[1] ?? 0
	if (!low) return high[1]
	return low[1] + ((value - low[0]) / (high[0] - low[0])) * (high[1] - low[1])
}
