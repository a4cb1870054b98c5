import type { ChannelState } from '../../contract/alert/outbox.ts'
import { shanghaiDay } from '../time/shanghai.ts'
import type { PlannedMessage } from './planMessages.ts'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 3_600_000

export const freshState = (channel: string): ChannelState => ({
	channel,
	failures: 0,
	waiting: 0,
	lately: [],
	recipients: {},
	claimedUntil: 0,
	version: 0,
})

/** How long to leave a channel alone after so many failures in a row: a minute, twice as long each time, an hour at most. */
export const backOffMs = (failures: number): number => Math.min(HOUR, MINUTE * 2 ** Math.max(0, failures - 1))

/** The channel after a message went out. What grouping does not need any more is forgotten. */
export function afterSuccess(state: ChannelState, message: PlannedMessage, now: number, keepMs: number): ChannelState {
	const { failingSince: _a, lastError: _b, notBefore: _c, ...rest } = state
	const day = shanghaiDay(now)
	const known = state.recipients[message.recipient]
	const kept = Object.entries(known?.courtyards ?? {}).filter(([, at]) => at > now - keepMs)
	const courtyards = Object.fromEntries(kept)
	if (message.courtyard !== undefined) courtyards[message.courtyard] = now
	const isDigest = message.courtyard === undefined
	const messages = (known?.day === day ? known.messages : 0) + (isDigest ? 0 : 1)
	return {
		...rest,
		lastSuccessAt: now,
		failures: 0,
		lately: [...state.lately.filter((at) => at > now - MINUTE), now],
		recipients: { ...state.recipients, [message.recipient]: { day, messages, courtyards } },
	}
}

/** The channel after news waited so long that they will not be told any more. */
export const afterGivingUp = (state: ChannelState, news: number, now: number): ChannelState =>
	news === 0 ? state : { ...state, givenUp: { news: (state.givenUp?.news ?? 0) + news, at: now } }

/** The channel after a failure. The robot's rate counts what was tried. */
export function afterFailure(state: ChannelState, error: string, now: number): ChannelState {
	const failures = state.failures + 1
	return {
		...state,
		failures,
		failingSince: state.failingSince ?? now,
		lastError: error.slice(0, 300),
		lastFailure: { at: now, error: error.slice(0, 300) },
		notBefore: now + backOffMs(failures) - SECOND,
		lately: [...state.lately.filter((at) => at > now - MINUTE), now],
	}
}
