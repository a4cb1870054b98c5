import { createHash, timingSafeEqual } from 'node:crypto'
import type { Segment } from '../../codecs/hj212/segment.ts'

export type Refusal = 'unknown-station' | 'wrong-password' | 'another-station' | 'locked'

export type Doorkeeper = {
	/**
	 * Whether a segment may be taken from a connection.
	 * @param from the address it comes from
	 * @param spokenFor the station that this connection has spoken for, if any
	 */
	refuses(segment: Segment, from: string, spokenFor: string | undefined): Refusal | undefined
}

const TRIES = 5
const LOCKED_MS = 10 * 60_000
/** Addresses that are remembered; the oldest is forgotten first. */
const REMEMBERED = 10_000

/**
 * A station speaks with its own password, a connection for one station. Whoever names wrong passwords for a station five
 * times is not listened to for ten minutes, for that station and from that address, also with the right one: many stations
 * share the address of a mobile network, so the others are not concerned.
 */
export function doorkeeper(stations: readonly { mn: string; pw: string }[], now: () => number = Date.now): Doorkeeper {
	const passwords = new Map(stations.map(({ mn, pw }) => [mn, digest(pw)]))
	const tries = new Map<string, { count: number; since: number }>()

	return {
		refuses: ({ mn, pw = '' }, from, spokenFor) => {
			const expected = passwords.get(mn)
			if (expected === undefined) return 'unknown-station'
			const key = `${mn} ${from}`
			const tried = tries.get(key)
			const isRecent = tried !== undefined && now() - tried.since < LOCKED_MS
			if (isRecent && tried.count >= TRIES) return 'locked'
			if (!timingSafeEqual(expected, digest(pw))) {
				tries.delete(key)
				tries.set(key, { count: isRecent ? tried.count + 1 : 1, since: now() })
				for (const oldest of tries.keys()) {
					if (tries.size <= REMEMBERED) break
					tries.delete(oldest)
				}
				return 'wrong-password'
			}
			return spokenFor === undefined || spokenFor === mn ? undefined : 'another-station'
		},
	}
}

/** Of one length, so that a comparison takes the same time whatever was sent. */
const digest = (password: string): Buffer => createHash('sha256').update(password).digest()
