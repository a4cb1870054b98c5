import type { AlarmInterval, RuleState } from './state.ts'

/** One value of the rule's measurand, judged. */
export type Judged = { at: number; value: number; over: boolean; clear: boolean }

export type Delay = { readings: number; seconds: number }
export type StepRule = { id: string; on: Delay; off: Delay }

const HOUR = 3_600_000
const CHATTER = 3

/**
 * One reading through one rule (ISA-18.2: limit and deadband, then on-delay, then off-delay).
 * @param hold milliseconds a reading stands for; a longer gap breaks a delay
 * @returns the next state, and the interval where this reading completed a raise or a clear
 */
export function step(
	rule: StepRule,
	before: RuleState,
	reading: Judged,
	hold: number,
): { state: RuleState; ended?: AlarmInterval } {
	const { at } = reading
	const state = afterGap(before, at, hold)
	switch (state.is) {
		case 'normal':
		case 'pending': {
			const recent = state.recent.filter((raisedAt) => at - raisedAt < HOUR)
			if (!reading.over) return { state: { is: 'normal', recent } }
			const since = state.is === 'pending' ? state.since : at
			const count = state.is === 'pending' ? state.count + 1 : 1
			if (!reached(rule.on, count, at - since)) return { state: { is: 'pending', since, count, last: at, recent } }
			return {
				state: {
					is: 'active',
					onset: since,
					raisedAt: at,
					value: reading.value,
					last: at,
					recent: [...recent, at].slice(-CHATTER),
				},
			}
		}
		case 'active':
		case 'clearing': {
			// What made it chatter counts until it clears.
			const { onset, raisedAt, value, recent } = state
			if (!reading.clear) return { state: { is: 'active', onset, raisedAt, value, last: at, recent } }
			const since = state.is === 'clearing' ? state.since : at
			const count = state.is === 'clearing' ? state.count + 1 : 1
			if (!reached(offDelay(rule, recent), count, at - since)) {
				return { state: { is: 'clearing', onset, raisedAt, value, since, count, last: at, recent } }
			}
			return { state: { is: 'normal', recent }, ended: { ...intervalOf(rule.id, state), clearedAt: at } }
		}
	}
}

/** The interval an active or clearing state stands for. */
export function intervalOf(rule: string, state: Extract<RuleState, { is: 'active' | 'clearing' }>): AlarmInterval {
	const { onset, raisedAt, value, recent } = state
	return { rule, onset, raisedAt, value, ...(recent.length >= CHATTER ? { chattering: true as const } : {}) }
}

/** "n readings or a time, whichever is longer": both must be reached. */
const reached = (delay: Delay, count: number, elapsed: number): boolean =>
	count >= delay.readings && elapsed >= delay.seconds * 1000

/** A chattering alarm (three activations in an hour) must be clear twice as long. */
const offDelay = ({ off }: StepRule, recent: readonly number[]): Delay =>
	recent.length >= CHATTER ? { readings: off.readings * 2, seconds: off.seconds * 2 } : off

/** Evidence, not silence: what a delay had gathered before a gap does not count. */
function afterGap(state: RuleState, at: number, hold: number): RuleState {
	if (state.is === 'normal' || at - state.last <= hold) return state
	switch (state.is) {
		case 'pending':
			return { is: 'normal', recent: state.recent }
		case 'active':
			return state
		case 'clearing': {
			const { onset, raisedAt, value, last, recent } = state
			return { is: 'active', onset, raisedAt, value, last, recent }
		}
	}
}
