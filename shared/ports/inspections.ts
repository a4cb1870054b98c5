import type { InspectionSheet } from '../contract/inspection/inspection.ts'

/** Inspection sheets. A revision that was added stays for ever; where a sheet is listed, it is its latest one. */
export type Inspections = {
	/** Adds a revision unless the sheet has one of that number. */
	add(sheet: InspectionSheet): Promise<'stored' | 'conflict'>
	/** All revisions of a sheet, the first one first; strongly consistent. None: there is no such sheet. */
	revisions(id: string): Promise<InspectionSheet[]>
	/** A courtyard's sheets of a month, in the order of days; strongly consistent. */
	ofCourtyard(courtyard: string, month: string): Promise<InspectionSheet[]>
	/** The sheets of a month by courtyard, in the order of days. Courtyards without any are not in it. */
	ofMonth(month: string): Promise<ReadonlyMap<string, readonly InspectionSheet[]>>
}
