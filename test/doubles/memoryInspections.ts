import type { InspectionSheet } from '../../shared/contract/inspection/inspection.ts'
import { monthOf } from '../../shared/domain/time/shanghai.ts'
import type { Inspections } from '../../shared/ports/inspections.ts'

/** Inspection sheets in memory; every call that writes yields first. */
export class MemoryInspections implements Inspections {
	readonly sheets = new Map<string, InspectionSheet[]>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async add(sheet: InspectionSheet): Promise<'stored' | 'conflict'> {
		await this.beforeCall('inspections.add')
		const known = this.sheets.get(sheet.id) ?? []
		if (known.some(({ revision }) => revision === sheet.revision)) return 'conflict'
		this.sheets.set(
			sheet.id,
			[...known, sheet].sort((a, b) => a.revision - b.revision),
		)
		return 'stored'
	}

	async revisions(id: string): Promise<InspectionSheet[]> {
		await this.beforeCall('inspections.revisions')
		return this.sheets.get(id) ?? []
	}

	async ofCourtyard(courtyard: string, month: string): Promise<InspectionSheet[]> {
		return [...((await this.ofMonth(month)).get(courtyard) ?? [])]
	}

	async ofMonth(month: string): Promise<ReadonlyMap<string, readonly InspectionSheet[]>> {
		const latest = [...this.sheets.values()].flatMap((revisions) => revisions.at(-1) ?? [])
		const own = latest.filter(({ day }) => monthOf(day) === month).sort((a, b) => (a.day < b.day ? -1 : 1))
		return Map.groupBy(own, ({ courtyard }) => courtyard)
	}
}
