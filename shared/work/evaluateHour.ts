import type { Profile } from '../contract/profile/profile.ts'
import * as z from '../contract/zod.ts'
import { NO_CARRY, packCarry, unpackCarry } from '../domain/alarm/carry.ts'
import { type FoldDevice, type Folded, foldAlarms } from '../domain/alarm/fold.ts'
import type { AlarmInterval } from '../domain/alarm/state.ts'
import { unpackHour } from '../domain/telemetry/hourPack.ts'
import type { DeviceHour } from '../ports/telemetryStore.ts'

/** The fold over one device-hour from its carry. */
export function foldHour(profile: Profile, device: FoldDevice, item: DeviceHour): Folded {
	const carry = item.carry === undefined ? NO_CARRY : unpackCarry(item.carry)
	return foldAlarms(profile, device, carry, unpackHour(item.hour, item.readings))
}

/** The carry of the hour after, as text. */
export const carryOut = (profile: Profile, device: FoldDevice, item: DeviceHour): string =>
	packCarry(foldHour(profile, device, item).carry)

/** The text an hour's intervals are kept as; an hour that never had an alarm has none. */
export const alarmsText = (intervals: readonly AlarmInterval[]): string => JSON.stringify(intervals)

/** What an item says its alarms are. */
export const knownAlarms = (item: DeviceHour): string => item.alarms ?? '[]'

/** The alarms an item's revision stands for, as they were recorded. @throws when the text is not one of `alarmsText` */
export const recordedAlarms = (item: DeviceHour): AlarmInterval[] =>
	Recorded.parse(JSON.parse(knownAlarms(item))).map(({ rule, onset, raisedAt, value, clearedAt }) => ({
		rule,
		onset,
		raisedAt,
		...(value === undefined ? {} : { value }),
		...(clearedAt === undefined ? {} : { clearedAt }),
	}))

const Recorded = z.array(
	z.object({
		rule: z.string(),
		onset: z.int(),
		raisedAt: z.int(),
		value: z.optional(z.number()),
		clearedAt: z.optional(z.int()),
	}),
)

/** An interval's key among those an hour has spoken of: `rule@onset`. */
export const touchedKey = ({ rule, onset }: Pick<AlarmInterval, 'rule' | 'onset'>): string =>
	`${rule}@${onset.toString(36)}`

/**
 * The same key as the sweep leaves it, before it makes a task of a silence that goes on. Only such a task can exist; an
 * hour that merely tells of a silence that ended has none to take back.
 */
export const openSilenceKey = (interval: Pick<AlarmInterval, 'rule' | 'onset'>): string => `${touchedKey(interval)}!`

/** What a key of an hour says. @throws when it is not one of ours */
export function fromTouchedKey(key: string): { rule: string; onset: number; isOpenSilence: boolean } {
	const [rule, rest] = key.split('@')
	if (!rule || !rest) throw new Error(`not an alarm key: ${key}`)
	return { rule, onset: Number.parseInt(rest, 36), isOpenSilence: rest.endsWith('!') }
}
