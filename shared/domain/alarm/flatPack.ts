import { type Measurand, measurands } from '../../contract/telemetry/measurand.ts'
import { letterOf, measurandOf } from '../telemetry/measurandLetters.ts'
import type { Flat } from './flat.ts'

/**
 * Runs of unmoved values as text: the letter of the measurand, the value, and since when (base 36) unless that is the
 * newest reading: `A0.12 B0.01~mi2k3l4m`. Most values move with every reading, and then take five bytes.
 * @param last the newest reading
 */
export const packFlat = (flat: Flat, last: number | undefined): string =>
	measurands
		.flatMap((name) => {
			const run = flat[name]
			if (!run) return []
			return `${letterOf(name)}${run.value}${run.since === last ? '' : `~${run.since.toString(36)}`}`
		})
		.join(' ')

/** @throws when the text is not one that `packFlat` made */
export function unpackFlat(text: string, last: number | undefined): Flat {
	const flat: Partial<Record<Measurand, { value: number; since: number }>> = {}
	for (const run of text.split(' ')) {
		const [value, since] = run.slice(1).split('~')
		const name = measurandOf(run.charAt(0))
		const began = since === undefined ? last : Number.parseInt(since, 36)
		if (name === undefined || !value || began === undefined) throw new Error(`not a run of a value: ${run}`)
		flat[name] = { value: Number(value), since: began }
	}
	return flat
}
