import type { QualityMark } from '../../../shared/contract/telemetry/reading.ts'

const marks: Readonly<Record<string, QualityMark>> = {
	F: 'stopped',
	M: 'maintenance',
	C: 'calibrating',
	D: 'sensor-error',
	T: 'out-of-range',
	B: 'no-connection',
	P: 'no-power',
}

/**
 * What a data flag says of its value. Only `N` (normal) and `S` (2005: set; 2017: entered by hand) are values; a group
 * without a flag is one, too. `P` is of the 2005 edition, `B` of the later ones.
 * @returns undefined for a value
 */
export function markOf(flag: string | undefined): QualityMark | undefined {
	const letter = flag?.toUpperCase()
	if (letter === undefined || letter === '' || letter === 'N' || letter === 'S') return undefined
	return marks[letter] ?? 'not-normal'
}

/** Marks that ask for nobody: somebody is there already, or nothing is broken. */
export const needsNobody: ReadonlySet<QualityMark> = new Set(['stopped', 'maintenance', 'calibrating', 'no-value'])

/** Stands for "no value": a number that no water has. */
export const isSentinel = (value: number): boolean => value === -99 || value === -999 || value === -9999
