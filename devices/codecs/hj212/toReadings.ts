import type { Measurand, Values } from '../../../shared/contract/telemetry/measurand.ts'
import type { Decoded, Fault, Quality, QualityMark, Reading } from '../../../shared/contract/telemetry/reading.ts'
import { nothing, shown } from '../outcome.ts'
import { tidy } from '../units.ts'
import { chinaTime } from './chinaTime.ts'
import { meaningOf } from './codes.ts'
import { type Group, readDataArea } from './dataArea.ts'
import { isSentinel, markOf, needsNobody } from './flags.ts'
import type { Segment } from './segment.ts'

/** Which field holds the value, the first that is there: real-time data, or the means of minutes, hours and days. */
const valueFields: ReadonlyMap<string, readonly string[]> = new Map([
	['2011', ['RTD', 'AVG']],
	['2051', ['AVG', 'RTD']],
	['2061', ['AVG', 'RTD']],
	['2031', ['AVG', 'RTD']],
])

/** Whether a command brings values. 2021 brings whether equipment runs, which is no measurand of ours. */
export const bringsValues = (cn: string): boolean => valueFields.has(cn)

/**
 * The readings of a data segment. A value that tells when its sample was taken (`-SampleTime`) is of that time: an analyser
 * that works on one sample for two hours says the same each minute, and it is one reading. The others are of
 * the time of data, or without one of the request number.
 */
export function toReadings(segment: Segment, device: string): Decoded {
	const made = nothing()
	const { groups, others } = readDataArea(segment.data)
	made.unknownKeys.push(...others)
	const fields = valueFields.get(segment.cn)
	if (!fields) {
		made.unknownKeys.push(...groups.map(({ code }) => code))
		return { ...made, ignored: 'nothing-measured' }
	}
	const readings = new Map<number, Growing>()
	for (const group of groups) {
		const meaning = meaningOf(group.code)
		if (!meaning) {
			made.unknownKeys.push(group.code)
			continue
		}
		const at = instantOf(group, segment)
		if (typeof at !== 'number') {
			made.faults.push({ code: 'wrong-type', ...at, device })
			continue
		}
		const value = measuredIn(group, fields)
		if (value === undefined) continue
		if (typeof value === 'object') {
			made.faults.push({ code: 'wrong-type', ...value, device, at })
			continue
		}
		const reading = readings.get(at) ?? { device, at, values: {}, quality: {} }
		readings.set(at, reading)
		add(reading, meaning.measurand, typeof value === 'number' ? tidy(value * meaning.factor) : value)
	}
	made.readings.push(...[...readings.values()].map(finished))
	return made
}

type Growing = Reading & { values: Values; quality: Quality }

/** What is said twice of one instant must be the same, by whatever code. */
function add(reading: Growing, name: Measurand, value: number | QualityMark): void {
	const known = reading.values[name]
	if (typeof value === 'string') {
		delete reading.values[name]
		reading.quality[name] ??= value
	} else if (known !== undefined && known !== value) {
		delete reading.values[name]
		reading.quality[name] = 'contradictory'
	} else if (reading.quality[name] === undefined) reading.values[name] = value
}

function finished({ quality, ...reading }: Growing): Reading {
	const marked = Object.keys(quality) as Measurand[]
	const bad = marked.filter((name) => !needsNobody.has(quality[name] as QualityMark))
	return { ...reading, ...(bad.length > 0 ? { bad } : {}), ...(marked.length > 0 ? { quality } : {}) }
}

type Wrong = Pick<Fault, 'field' | 'expected' | 'got'>

function instantOf({ code, dataTime, fields }: Group, { qn }: Segment): number | Wrong {
	const sampled = fields.get('SAMPLETIME')
	const [field, text] = sampled ? [`${code}-SampleTime`, sampled] : dataTime ? ['DataTime', dataTime] : ['QN', qn]
	return chinaTime(text ?? '') ?? { field, expected: 'YYYYMMDDhhmmss', got: shown(text) }
}

/** The value, the mark of one that is none, or what is wrong with it; undefined where the group says nothing. */
function measuredIn(group: Group, names: readonly string[]): number | QualityMark | Wrong | undefined {
	const name = names.find((field) => group.fields.has(field))
	if (name === undefined) return undefined
	const mark = markOf(group.fields.get('FLAG'))
	if (mark !== undefined) return mark
	if (group.contradicted.has(name) || group.contradicted.has('FLAG')) return 'contradictory'
	const text = group.fields.get(name) ?? ''
	if (text === '') return 'no-value'
	if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d{1,3})?$/i.test(text) || !Number.isFinite(Number(text))) {
		return { field: `${group.code}-${name}`, expected: 'a number', got: shown(text) }
	}
	return isSentinel(Number(text)) ? 'no-value' : Number(text)
}
