import type { DutyRecord } from '../../shared/contract/inspection/duties.ts'
import type { Duties } from '../../shared/ports/duties.ts'

/** Ticked duties in memory. */
export class MemoryDuties implements Duties {
	readonly records = new Map<string, DutyRecord>()

	async get(courtyard: string, month: string): Promise<DutyRecord | undefined> {
		return this.records.get(`${month} ${courtyard}`)
	}

	async put(record: DutyRecord, expected: number): Promise<'stored' | 'conflict'> {
		const key = `${record.month} ${record.courtyard}`
		if ((this.records.get(key)?.version ?? 0) !== expected) return 'conflict'
		this.records.set(key, record)
		return 'stored'
	}

	async ofMonth(month: string): Promise<DutyRecord[]> {
		return [...this.records.values()].filter((record) => record.month === month)
	}
}
