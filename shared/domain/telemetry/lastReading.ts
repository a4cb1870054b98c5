import { hourStart } from './hour.ts'
import { unpackHour } from './hourPack.ts'

const offsetOf = (member: string): number => Number.parseInt(member, 36)

/** The newest instant of a device-hour's readings; undefined when it has none. */
export function lastReadingAt(hour: string, members: readonly string[]): number | undefined {
	if (members.length === 0) return undefined
	return hourStart(hour) + Math.max(...members.map(offsetOf))
}

/** Within how many seconds the newest reading of a device-hour said that another would come; undefined where it did not. */
export function lastPromise(hour: string, members: readonly string[]): number | undefined {
	const newest = Math.max(...members.map(offsetOf))
	return unpackHour(
		hour,
		members.filter((member) => offsetOf(member) === newest),
	).at(-1)?.values.nextWithin
}
