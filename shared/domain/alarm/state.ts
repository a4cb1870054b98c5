/**
 * What is carried from reading to reading for one rule. `normal` is kept only while recent activations count.
 *
 * ```
 *            over            over for the on-delay
 *  normal ────────▶ pending ─────────────────────▶ active ◀──────────────┐
 *    ▲               │  ▲                            │                   │ not clear,
 *    │   not over    │  │ gap: starts again          │ clear             │ or gap
 *    ◀───────────────┘  └── (this reading)           ▼                   │
 *    ◀──────────────────────────────────────────── clearing ─────────────┘
 *                  clear for the off-delay
 * ```
 * over: beyond the limit. clear: back inside by the deadband. gap: no usable value for longer than `hold`; time
 * without readings is no evidence, so it neither raises nor clears. All instants in milliseconds since 1970.
 */
export type RuleState = (
	| { is: 'normal' }
	| { is: 'pending'; since: number; count: number; last: number }
	| { is: 'active'; onset: number; raisedAt: number; value: number; last: number }
	| { is: 'clearing'; onset: number; raisedAt: number; value: number; since: number; count: number; last: number }
) & {
	/** Activations of the last hour, at most three: three make the alarm chatter. */
	recent: readonly number[]
}

export const NORMAL: RuleState = { is: 'normal', recent: [] }

/** An alarm from its first reading over the limit to the reading that completed its off-delay. */
export type AlarmInterval = {
	rule: string
	/** The first reading over the limit. */
	onset: number
	/** The reading that completed the on-delay. */
	raisedAt: number
	/** The value at `raisedAt`; absent for `silent`. */
	value?: number
	clearedAt?: number
	chattering?: true
}
