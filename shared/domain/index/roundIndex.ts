import type { IndexRule } from '../../contract/profile/indexProfile.ts'

/** Decimals of an index that are surely meant: 80.000 000 000 01 is 80 and must not become 81. */
const SURE_DECIMALS = 9

/** An index as the profile gives it out: as it is, up to the next integer (HJ 633), or to the nearest, half up (EPA). */
export function roundIndex(index: number, rounding: IndexRule['rounding']): number {
	switch (rounding) {
		case 'none':
			return index
		case 'up':
			return Math.ceil(Number(index.toFixed(SURE_DECIMALS)))
		case 'half-up':
			return Math.floor(Number(index.toFixed(SURE_DECIMALS)) + 0.5)
	}
}
