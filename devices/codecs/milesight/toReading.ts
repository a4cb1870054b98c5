import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Measurand, Values } from '../../../shared/contract/telemetry/measurand.ts'
import type { Fault, Quality, QualityMark, Reading } from '../../../shared/contract/telemetry/reading.ts'
import { mgPerPpm, tidy } from '../units.ts'
import type { Seen } from './frame.ts'
import { fullness } from './fullness.ts'

/** What of the registry turns a sensor's quantities into ours. */
export type Fitted = Pick<Device, 'id' | 'kind' | 'binHeight' | 'wellDepth' | 'blindZone'>

export type Made = { reading?: Reading; faults: Fault[]; others: string[] }

/** The measurand that says how full a device of the kind is. */
const fullnessOf: Readonly<Partial<Record<Device['kind'], 'fill' | 'septicLevel' | 'level'>>> = {
	waste: 'fill',
	toilet: 'septicLevel',
	sewage: 'level',
}

/** What a sensor saw at one instant, in our measurands and units. */
export function toReading(seen: Seen, device: Fitted, at: number): Made {
	const values: Values = {}
	const quality: Quality = {}
	const made: Made = { faults: [], others: [...seen.others] }
	const { battery, entered, temperature } = seen.values
	if (battery !== undefined) values.battery = battery
	if (entered !== undefined) values.visits = entered
	for (const name of ['ammonia', 'hydrogenSulfide'] as const) {
		const ppm = seen.values[name]
		const mark = seen.marks[name]
		if (ppm !== undefined) values[name] = tidy(ppm * mgPerPpm[name])
		else if (mark) quality[name] = mark
	}
	const level = levelOf(seen, device)
	const target = fullnessOf[device.kind]
	if (level !== undefined && !target) made.others.push('level')
	else if (target && level !== undefined) {
		if (typeof level === 'number') values[target] = level
		else if ('mark' in level) quality[target] = level.mark
		else made.faults.push({ code: 'no-geometry', ...level, device: device.id, at })
	}
	if (temperature !== undefined) {
		// The air says nothing of a toilet or a well: alone, it would give a broken gas sensor the best of scores.
		const isTold = device.kind === 'waste' || values.ammonia !== undefined || values.hydrogenSulfide !== undefined
		if (isTold) values.temperature = temperature
		else made.others.push('temperature')
	}
	const marked = Object.keys(quality) as Measurand[]
	if (Object.keys(values).length === 0 && marked.length === 0) return made
	const bad = marked.filter((name) => quality[name] !== 'polarising')
	made.reading = {
		device: device.id,
		at,
		values,
		...(bad.length > 0 ? { bad } : {}),
		...(marked.length > 0 ? { quality } : {}),
	}
	return made
}

type Level = number | { mark: QualityMark } | { expected: string; got: string }

/** In per cent; the mark of a value that is none; or what the registry lacks to tell. Undefined: nothing was said. */
function levelOf(seen: Seen, device: Fitted): Level | undefined {
	const { content, depth, distance } = seen.values
	if (content !== undefined && device.kind === 'waste') return content
	if (seen.marks.depth) return { mark: seen.marks.depth }
	if (depth !== undefined) {
		const { wellDepth } = device
		if (wellDepth === undefined) return { expected: 'wellDepth', got: `${depth} mm` }
		return Math.round((depth / wellDepth) * 10_000) / 100
	}
	if (distance === undefined) return undefined
	// A sensor that lies askew looks at the wall.
	if (seen.tilted) return { mark: 'tilted' }
	const field = device.kind === 'waste' ? 'binHeight' : 'wellDepth'
	const height = device[field]
	if (height === undefined) return { expected: field, got: `${distance} mm` }
	return fullness(distance, height, device.blindZone ?? 0) ?? { mark: 'out-of-range' }
}
