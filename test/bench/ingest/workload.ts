import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Measurand, Values } from '../../../shared/contract/telemetry/measurand.ts'
import { seeded } from './random.ts'
import { type Range, ranges } from './values.ts'

/** `sends` is what goes into the message where that is refused, for it holds a value that no sound sensor sends. */
export type Sample = { device: string; at: number; values: Values; spoilt?: boolean; sends?: Values }
export type Span = { start: number; hours: number }

/** Chance that trouble begins with a reading; it lasts 2 to 15 readings. */
const TROUBLE = 0.0042
/** Chance of a single value beyond its limit, which an on-delay must not fall for. */
const SPIKE = 0.002
/** Chance of a value that no sound sensor sends. */
const IMPLAUSIBLE = 0.0005
/** Within trouble, chance of a value that looks well again. */
const FLICKER = 0.08
const STEP_MS = 300_000

/** The readings of all devices over some hours, each device's in the order of time; the same for the same seed. */
export function workload(devices: readonly Device[], span: Span, seed: number): Sample[] {
	return devices.flatMap((device, i) => samplesOf(device, i, span, seeded(seed * 1000 + i)))
}

function samplesOf({ id, kind }: Device, i: number, { start, hours }: Span, next: () => number): Sample[] {
	if (kind === 'display' || kind === 'gateway') return []
	const own = Object.entries(ranges[kind]) as [Measurand, Range][]
	const usual = own.map(([name, { well, decimals }]) => ({ name, value: between(well, next()), decimals }))
	const faulty = own.flatMap(([name, { ill, decimals }]) => (ill ? [{ name, ill, decimals }] : []))
	const phase = Math.floor(next() * STEP_MS)
	// A third of the devices have a clock that wanders by some seconds, so their two readings may be less than 5 min apart.
	const jitter = i % 3 === 0 ? 4000 : 0
	const samples: Sample[] = []
	let trouble: { of: (typeof faulty)[number] | undefined; left: number } | undefined
	for (let k = 0; k < hours * 12; k += 1) {
		const at = start + phase + k * STEP_MS + Math.floor(next() * Math.min(jitter, STEP_MS - phase))
		const values: Values = {}
		for (const { name, value, decimals } of usual) {
			values[name] = rounded(moved(value, ranges[kind][name], next()), decimals)
		}
		const pick = faulty[Math.floor(next() * faulty.length)]
		if (!trouble && next() < TROUBLE) trouble = { of: pick, left: 2 + Math.floor(next() * 14) }
		const isIll = trouble ? next() >= FLICKER : next() < SPIKE
		const of = chatters(i) ? faulty.find(({ name }) => name === 'temperature') : (trouble?.of ?? pick)
		if (of && (chatters(i) ? k % 4 === 0 : isIll)) values[of.name] = rounded(between(of.ill, next()), of.decimals)
		if (trouble) trouble.left -= 1
		if (trouble && trouble.left <= 0) trouble = undefined
		if (isSilent(i, k, hours)) continue
		const first = own[0]?.[0]
		if (first && (next() < IMPLAUSIBLE || isBroken(i, k))) {
			samples.push({ device: id, at, values: {}, spoilt: true, sends: { ...values, [first]: -7 } })
		} else samples.push({ device: id, at, values })
	}
	return samples
}

/** One bin that burns and does not, every 20 minutes. */
const chatters = (i: number): boolean => i === 8

/** One device falls silent for good two hours before the end, another one for 50 minutes. */
const isSilent = (i: number, k: number, hours: number): boolean =>
	(i === 40 && k >= (hours - 2) * 12) || (i === 125 && k >= 15 && k < 25)

/** One device sends rubbish for half an hour. */
const isBroken = (i: number, k: number): boolean => i === 60 && k >= 4 && k < 10

/** Wanders about its usual value by a tenth of its range, and stays in it. */
function moved(value: number, range: Range | undefined, chance: number): number {
	if (!range) return value
	const [low, high] = range.well
	return Math.min(high, Math.max(low, value + (chance - 0.5) * 0.2 * (high - low)))
}

const between = ([low, high]: readonly [number, number], share: number): number => low + (high - low) * share

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
