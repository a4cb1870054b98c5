import { type Measurand, measurands, type Values } from '../../contract/telemetry/measurand.ts'
import type { Reading } from '../../contract/telemetry/reading.ts'
import { hourStart } from './hour.ts'
import { letterOf, measurandOf } from './measurandLetters.ts'

/** One instant of a device after all that was said of it is put together. */
export type Instant = { at: number; values: Values; bad: readonly Measurand[] }

/**
 * The member of the set for one reading. The same reading always gives the same text.
 *
 * A device-hour is kept as a *set of strings*, one for each reading: the instant as milliseconds into the hour
 * (base 36), then each value after the letter of its measurand, `!` after a letter for a value that is not usable, and
 * what it was where that is known: `6bk0 A0.12B!99R87`. The text holds everything, so a set can only grow: a duplicate
 * is the same member, and neither order nor repetition can matter. About 25 bytes for a toilet and 50 for a sewage work
 * with eight measurands: twelve of them and the alarm state stay within one write unit of 1 KB.
 */
export function packReading(reading: Pick<Reading, 'at' | 'values' | 'bad'>): string {
	let text = `${(reading.at % 3_600_000).toString(36)} `
	for (const name of measurands) {
		const value = reading.values[name]
		if (reading.bad?.includes(name)) text += `${letterOf(name)}!${Number.isFinite(value) ? value : ''}`
		else if (value !== undefined) text += `${letterOf(name)}${value}`
	}
	return text
}

/**
 * The readings of an hour in the order of time. Members that speak of the same instant are put together; a measurand of
 * which two members say different things at one instant is in doubt, so it counts as not usable, whoever came first.
 * A value that was refused counts once the same value was taken at the same instant: the limits of what is plausible
 * were corrected, and the message replayed.
 */
export function unpackHour(hour: string, members: Iterable<string>): Instant[] {
	const start = hourStart(hour)
	const byInstant = new Map<number, Gathered>()
	for (const member of members) {
		const space = member.indexOf(' ')
		const at = start + Number.parseInt(member.slice(0, space), 36)
		let instant = byInstant.get(at)
		if (!instant) {
			instant = { values: {}, bad: new Set() }
			byInstant.set(at, instant)
		}
		addMember(instant, member, space + 1)
	}
	return [...byInstant.entries()].sort(([a], [b]) => a - b).map(([at, gathered]) => ({ at, ...judged(gathered) }))
}

type Gathered = { values: Values; bad: Set<Measurand>; refused?: [Measurand, number][] }

function judged({ values, bad, refused = [] }: Gathered): Omit<Instant, 'at'> {
	for (const [name, value] of refused) {
		if (values[name] === value) continue
		bad.add(name)
		delete values[name]
	}
	return { values, bad: [...bad] }
}

function addMember(instant: Gathered, member: string, from: number): void {
	let i = from
	while (i < member.length) {
		const name = measurandOf(member.charAt(i))
		let end = i + 1
		while (end < member.length && !isCapital(member.charCodeAt(end))) end += 1
		const text = member.slice(i + 1, end)
		i = end
		if (name === undefined) continue
		if (text.length > 1 && text.startsWith('!')) {
			instant.refused ??= []
			instant.refused.push([name, Number(text.slice(1))])
			continue
		}
		const value = Number(text)
		const known = instant.values[name]
		if (text === '!' || (known !== undefined && known !== value)) {
			instant.bad.add(name)
			delete instant.values[name]
		} else if (!instant.bad.has(name)) {
			instant.values[name] = value
		}
	}
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90
