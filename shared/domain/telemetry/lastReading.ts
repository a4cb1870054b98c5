import { hourStart } from './hour.ts'

/** The newest instant of a device-hour's readings; undefined when it has none. */
export function lastReadingAt(hour: string, members: readonly string[]): number | undefined {
	if (members.length === 0) return undefined
	return hourStart(hour) + Math.max(...members.map((member) => Number.parseInt(member, 36)))
}
