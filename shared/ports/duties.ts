import type { DutyRecord } from '../contract/inspection/duties.ts'

/** Ticked duties of heads. */
export type Duties = {
	/** Strongly consistent. */
	get(courtyard: string, month: string): Promise<DutyRecord | undefined>
	/** Writes the record if its stored version is still `expected` (0: if there is none). */
	put(record: DutyRecord, expected: number): Promise<'stored' | 'conflict'>
	/** All there are of a month. */
	ofMonth(month: string): Promise<DutyRecord[]>
}
