import type { PointEntry } from '../contract/wall/points.ts'

/** The ledger of each household: a list that only grows. */
export type PointLedger = {
	/** All lines in their order; strongly consistent. */
	entries(household: string): Promise<PointEntry[]>
	/** Adds a line as the `nth` (from 0); conflict when there is one of that number: then what was decided is out of date. */
	append(household: string, nth: number, entry: PointEntry): Promise<'stored' | 'conflict'>
}
