import type { Shelf } from '../../contract/registry/registry.ts'

/** The rule of a shelf that covers all alarms of its device. */
export const ALL_RULES = '*'

/** No shelf lasts longer; what has to, is out of service. */
export const LONGEST_SHELF_MS = 30 * 86_400_000
/** A courtyard head may shelve for a day. */
export const LONGEST_SHELF_OF_A_HEAD_MS = 86_400_000

/** Whether a shelf is about this alarm, whatever the time. */
export const covers = (shelf: Pick<Shelf, 'device' | 'rule'>, device: string, rule: string): boolean =>
	shelf.device === device && (shelf.rule === ALL_RULES || shelf.rule === rule)

/** Whether an alarm is shelved at an instant; `until` itself is no longer. */
export const isShelved = (shelves: readonly Shelf[], device: string, rule: string, at: number): boolean =>
	shelves.some((shelf) => covers(shelf, device, rule) && shelf.from <= at && at < shelf.until)

/** The shelves that ended after an instant and up to now. */
export const endedSince = (shelves: readonly Shelf[], after: number, now: number): Shelf[] =>
	shelves.filter(({ until }) => after < until && until <= now)

/**
 * Begins with the end that was planned, eight digits in base 36 until 2059, so that ids stand in the order of ending and
 * those that may still run can be read alone. The same person asking for the same twice in one millisecond gets one.
 */
export const shelfId = ({ device, rule, from, until }: Pick<Shelf, 'device' | 'rule' | 'from' | 'until'>): string =>
	`${until.toString(36)}.${from.toString(36)}.${device}.${rule === ALL_RULES ? 'all' : rule}`

/** Where the ids of shelves begin whose planned end lies after an instant. */
export const idsEndingAfter = (at: number): string => at.toString(36)
