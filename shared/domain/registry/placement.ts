import type { Device } from '../../contract/registry/registry.ts'

type Placed = Pick<Device, 'courtyard' | 'moves' | 'joined' | 'left'>

/**
 * The courtyard a device counts for on a day, Asia/Shanghai: a move takes effect on its whole day.
 * @returns undefined before it joined and after it left
 */
export function courtyardOn({ courtyard, moves, joined, left }: Placed, day: string): string | undefined {
	if ((joined !== undefined && day < joined) || (left !== undefined && day > left)) return undefined
	return moves.find(({ until }) => day < until)?.courtyard ?? courtyard
}

/**
 * A device's entry put over what is on record. Times under repair, earlier courtyards and the day it joined are history:
 * an entry that does not speak of them keeps them, and one that names another courtyard is a move, as of today. A new
 * device counts from today on unless it says since when.
 */
export function withHistory(known: Device | undefined, put: Device, today: string): Device {
	const joined = put.joined ?? (known ? known.joined : today)
	const moved = known !== undefined && known.courtyard !== put.courtyard && put.moves.length === 0
	const earlier = put.moves.length > 0 ? put.moves : (known?.moves ?? [])
	return {
		...put,
		...(joined === undefined ? {} : { joined }),
		outOfService: put.outOfService.length > 0 ? put.outOfService : (known?.outOfService ?? []),
		// Moved again on the same day: it counts for where it was in the morning up to this day.
		moves:
			moved && earlier.at(-1)?.until !== today ? [...earlier, { courtyard: known.courtyard, until: today }] : earlier,
	}
}
