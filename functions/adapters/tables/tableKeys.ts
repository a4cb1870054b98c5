/**
 * The four tables, their keys and indexes: the only place that names them. The stack creates the tables from this,
 * the stores write and read with it, so the two cannot drift.
 */
export const tables = {
	/**
	 * Who and what exists: townships, villages, courtyards, devices, profiles. Beside them, in the partition
	 * `provisioned`, which certificate a serial number was given.
	 */
	registry: { env: 'REGISTRY_TABLE', partitionKey: 'pk', sortKey: 'sk', indexes: {} },
	/**
	 * What is forgotten: one item for each device and hour, and the quarantine; `expires` is the TTL, in seconds since 1970.
	 * Beside them, in partitions that no device can have: `#contact` (how reporters may be reached, by when it expires),
	 * `#voices.<task>` (who said "me too", by day), `#tally.<name>` (how often something happened in a window of time).
	 */
	telemetry: { env: 'TELEMETRY_TABLE', partitionKey: 'device', sortKey: 'hour', ttl: 'expires', indexes: {} },
	/**
	 * Scores by courtyard and day (`2026-10-05`). Beside them, in partitions that no courtyard can have: `#scored` has one
	 * item for each day and village (`<day>#<village>`), `#late` days to be scored again (`<day>#<device>`), `#draft` months
	 * to be ranked again, `#changes` what changed on the last day, of all and by village, `#now` the courtyards' scores of some
	 * minutes ago by village (`<township>#<village>`). `#inspections.<month>`,
	 * `#appeals.<month>`, `#duties.<month>` and `#evaluations.<month>` hold what people put on record about a month's
	 * courtyards and heads. A month's ranking stands under its month.
	 */
	scores: { env: 'SCORES_TABLE', partitionKey: 'courtyard', sortKey: 'period', indexes: {} },
	/**
	 * Tasks and the events of each. `byCourtyard` lists a courtyard's tasks by state and since when; `byDue` lists the open
	 * ones by the instant at which something is due for them next, and those that ended by the day and instant of their end.
	 * Beside them `#outage.<group>` says which outage goes on, and `#points.<household>` is a household's ledger, line by
	 * line (`00000000` …).
	 */
	tasks: {
		env: 'TASKS_TABLE',
		partitionKey: 'task',
		sortKey: 'part',
		indexes: {
			byCourtyard: { partitionKey: 'courtyard', sortKey: 'stateSince' },
			byDue: { partitionKey: 'dueKind', sortKey: 'dueAt' },
		},
	},
} as const

export type TableName = keyof typeof tables

/** The key, in the registry, of what is kept once a device with the serial number was given its certificate. */
export const provisionedKey = (serial: string) => ({ pk: provisionedPartition, sk: serial })
export const provisionedPartition = 'provisioned'
