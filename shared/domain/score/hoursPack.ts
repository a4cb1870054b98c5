import type { HourScore, Lost } from '../../contract/score/score.ts'
import { measurands } from '../../contract/telemetry/measurand.ts'
import { letterOf, measurandOf } from '../telemetry/measurandLetters.ts'
import { excuseDigit, excuseOf } from './storedDigits.ts'

/**
 * The hours of a day as text, one after the other with `;` between them, equal ones in a row as `A12.5*3`:
 *
 * - `57.5A12.25B3` valid: the minutes, left out where they are 60, and the points lost by measurand (its letter)
 * - `-12|A40~60` a gap: the minutes that readings held, what these lost, and the index last shown, each where it is known
 * - `!2` excused: the number of the excuse
 *
 * Numbers are the shortest decimals that are read back as the same double: nothing is rounded. A day without losses takes
 * three bytes, one with losses in every hour about 450.
 */
export function packHours(hours: readonly HourScore[]): string {
	const runs: { text: string; times: number }[] = []
	for (const hour of hours) {
		const text = packHour(hour)
		const last = runs.at(-1)
		if (last?.text === text) last.times += 1
		else runs.push({ text, times: 1 })
	}
	return runs.map(({ text, times }) => (times === 1 ? text : `${text}*${times}`)).join(';')
}

/** @throws when the text is not one of `packHours` */
export function unpackHours(text: string): HourScore[] {
	const hours = text.split(';').flatMap((run) => {
		const [hour = '', times = '1'] = run.split('*')
		return Array.from({ length: Number(times) }, () => unpackHour(hour))
	})
	if (hours.length !== 24) throw new Error(`a day has 24 hours, this one ${hours.length}: ${text}`)
	return hours
}

function packHour(hour: HourScore): string {
	switch (hour.is) {
		case 'valid':
			return `${hour.minutes === 60 ? '' : hour.minutes}${packLost(hour.lost)}`
		case 'gap': {
			const lost = hour.lost === undefined ? '' : `|${packLost(hour.lost)}`
			return `-${hour.minutes}${lost}${hour.shown === undefined ? '' : `~${hour.shown}`}`
		}
		case 'excused':
			return `!${excuseDigit(hour.why)}`
	}
}

const packLost = (lost: Lost): string =>
	measurands.flatMap((name) => (lost[name] === undefined ? [] : `${letterOf(name)}${lost[name]}`)).join('')

const NUMBER = String.raw`\d+(?:\.\d+)?(?:e[+-]\d+)?`
const LOST = `(?:[A-Z]${NUMBER})*`
const VALID = new RegExp(`^(${NUMBER})?(${LOST})$`)
const GAP = new RegExp(`^-(${NUMBER})(?:\\|(${LOST}))?(?:~(${NUMBER}))?$`)
const PART = new RegExp(`([A-Z])(${NUMBER})`, 'g')

function unpackHour(text: string): HourScore {
	const valid = VALID.exec(text)
	if (valid) return { is: 'valid', minutes: Number(valid[1] ?? 60), lost: unpackLost(valid[2] ?? '') }
	if (text.startsWith('!')) return { is: 'excused', why: excuseOf(text.slice(1)) }
	const gap = GAP.exec(text)
	if (!gap) throw new Error(`not an hour of a score: ${text}`)
	const [, minutes, lost, shown] = gap
	return {
		is: 'gap',
		minutes: Number(minutes),
		...(lost === undefined ? {} : { lost: unpackLost(lost) }),
		...(shown === undefined ? {} : { shown: Number(shown) }),
	}
}

function unpackLost(text: string): Lost {
	const lost: Lost = {}
	for (const [, letter = '', points] of text.matchAll(PART)) {
		const name = measurandOf(letter)
		if (name === undefined) throw new Error(`no measurand has the letter ${letter}`)
		lost[name] = Number(points)
	}
	return lost
}
