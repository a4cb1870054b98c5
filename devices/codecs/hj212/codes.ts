import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'

/** What stands behind a code of HJ 212: our measurand, and what its unit times `factor` is in ours. */
export type Meaning = { measurand: Measurand; factor: number }

const mgPerLitre = (measurand: Measurand): Meaning => ({ measurand, factor: 1 })

const meanings: ReadonlyMap<string, Meaning> = new Map(
	Object.entries({
		// HJ 212-2017 table B.1 (codes of HJ 525-2009), also in HJ 212-2025; after it the code of HJ/T 212-2005.
		W01001: { measurand: 'ph', factor: 1 },
		'001': { measurand: 'ph', factor: 1 },
		W01018: mgPerLitre('cod'),
		'011': mgPerLitre('cod'),
		W21003: mgPerLitre('ammoniaNitrogen'),
		'060': mgPerLitre('ammoniaNitrogen'),
		W21011: mgPerLitre('totalPhosphorus'),
		'101': mgPerLitre('totalPhosphorus'),
		W21001: mgPerLitre('totalNitrogen'),
		'065': mgPerLitre('totalNitrogen'),
		W01012: mgPerLitre('suspendedSolids'),
		'003': mgPerLitre('suspendedSolids'),
		W01010: { measurand: 'waterTemperature', factor: 1 },
		// Litres a second.
		W00000: { measurand: 'flow', factor: 3.6 },
		B01: { measurand: 'flow', factor: 3.6 },
	} satisfies Record<string, Meaning>),
)

/** What a code stands for; undefined for one that no measurand of ours has, or that we do not know. */
export const meaningOf = (code: string): Meaning | undefined => meanings.get(code.toUpperCase())
