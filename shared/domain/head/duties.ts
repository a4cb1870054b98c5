import type { DutyEvent, DutyRecord, DutyTicks } from '../../contract/inspection/duties.ts'
import type { Signature } from '../../contract/people/signature.ts'
import type { Duty } from '../../contract/profile/judgingRules.ts'

/** What was said last of a duty. */
export const lastOf = (record: DutyRecord | undefined, duty: string): DutyEvent | undefined =>
	record?.events.findLast((event) => event.duty === duty)

export const isDone = (record: DutyRecord | undefined, duty: string): boolean => lastOf(record, duty)?.isDone ?? false

/** The duties that a wish would change. */
export const changedDuties = (record: DutyRecord | undefined, duties: readonly Duty[], done: readonly string[]) =>
	duties.map(({ id }) => id).filter((id) => isDone(record, id) !== done.includes(id))

/** The record after somebody ticked; only what changes is added to it. */
export function ticked(
	seen: DutyRecord,
	changed: readonly string[],
	{ done, reason }: Pick<DutyTicks, 'done' | 'reason'>,
	{ at, by }: { at: number; by: Signature },
): DutyRecord {
	const events = changed.map((duty) => ({
		at,
		by,
		duty,
		isDone: done.includes(duty),
		...(reason === undefined ? {} : { reason }),
	}))
	return { ...seen, events: [...seen.events, ...events], version: seen.version + 1 }
}
