import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Measurand, Values } from '../../../shared/contract/telemetry/measurand.ts'

type Points = readonly (readonly [value: number, index: number])[]
type Place = Pick<Device, 'sewageLevel' | 'toiletClass'>

/** Scales and limits as the design states them, written down apart from the profile and from the code that reads it. */
const scales: Partial<Record<Measurand, Points>> = {
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

const sewageLimits: Partial<Record<Measurand, Partial<Record<Place['sewageLevel'], number>>>> = {
	cod: { I: 60, II: 80, III: 100 },
	ammoniaNitrogen: { I: 8, II: 15, III: 25 },
	totalPhosphorus: { I: 1.5, II: 3, III: 4 },
	totalNitrogen: { I: 20 },
	suspendedSolids: { I: 20, II: 30, III: 40 },
}

/** Ammonia in public toilets of class 一, 二, 三, GB/T 17217-1998. */
const toiletAmmonia: Readonly<Record<Place['toiletClass'], number>> = { 1: 0.3, 2: 1, 3: 3 }

/** The limit that goes by level or class; level I has a milder one for ammonia nitrogen in water of at most 12 °C. */
function limitOfPlace(name: Measurand, { sewageLevel, toiletClass }: Place, values: Values): number | undefined {
	if (name === 'ammonia') return toiletAmmonia[toiletClass]
	const isCold = values.waterTemperature !== undefined && values.waterTemperature <= 12
	if (name === 'ammoniaNitrogen' && sewageLevel === 'I' && isCold) return 15
	return sewageLimits[name]?.[sewageLevel]
}

/** The index at multiples of the limit: ammonia in air, and what is in sewage. */
const ammoniaShape: Points = [
	[0, 100],
	[0.3, 90],
	[1, 60],
	[3, 20],
	[6, 0],
]
const sewageShape: Points = [
	[0.5, 100],
	[1, 60],
	[2, 0],
]

const singleLimits: Readonly<Record<string, number>> = {
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
export const ruleLimit = (rule: string, measurand: Measurand, place: Place, values: Values): number | undefined =>
	singleLimits[rule] ?? limitOfPlace(measurand, place, values)

/** The index of a device from its values: the worst of its measurands; undefined without a scored one. */
export function worstIndex(place: Place, values: Values): number | undefined {
	const indices = (Object.entries(values) as [Measurand, number][]).flatMap(([name, value]) => {
		const points = scales[name]
		if (points) return [onScale(value, points)]
		const limit = limitOfPlace(name, place, values)
		if (limit === undefined) return []
		const shape = name === 'ammonia' ? ammoniaShape : sewageShape
		return [
			onScale(
				value,
				shape.map(([multiple, index]) => [multiple * limit, index]),
			),
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
