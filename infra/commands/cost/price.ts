/**
 * How a price is known. `vendor`: read on a page of the vendor, in a stored copy; `secondary`: what others took from the
 * vendor's price list; `derived`: worked out from another price, the note says how; `general-knowledge`: no source was at
 * hand that says it; `not-found`: we do not know it, and
 * what it is for is left out of every sum.
 */
export type Confidence = 'vendor' | 'secondary' | 'derived' | 'general-knowledge' | 'not-found'

/** What one unit costs in a region, before tax and without any free tier or discount for volume. */
export type Price = {
	/** In the currency of the table; null exactly where it was not found. */
	readonly amount: number | null
	/** Where it was read, or where it would stand. */
	readonly source: string
	readonly confidence: Confidence
	readonly note?: string
}

/** What is charged for, and the unit in which it is. */
export const units = {
	iotConnection: 'million minutes',
	iotMessages: 'million of 5 KB',
	iotRules: 'million rules of 5 KB',
	iotActions: 'million actions of 5 KB',
	sqsRequests: 'million requests',
	kinesisShards: 'shard-hour',
	kinesisPuts: 'million of 25 KB',
	kinesisRetention: 'shard-hour',
	lambdaRequests: 'million requests',
	lambdaTime: 'GB-second (arm64)',
	dynamoWrites: 'million write units',
	dynamoReads: 'million read units',
	dynamoWriteCapacity: 'WCU-hour',
	dynamoReadCapacity: 'RCU-hour',
	dynamoStorage: 'GB-month',
	dynamoBackup: 'GB-month of PITR',
	logsIngested: 'GB',
	logsKept: 'GB-month',
	metrics: 'metric-month',
	alarms: 'alarm-metric-month',
	dashboards: 'dashboard-month',
	schedules: 'million invocations',
	httpRequests: 'million requests',
	s3Storage: 'GB-month',
	s3Writes: 'million requests',
	s3Reads: 'million requests',
} as const
export type Priced = keyof typeof units

/** The prices of one region. */
export type PriceTable = {
	readonly region: string
	readonly currency: 'USD' | 'CNY'
	/** The day on which the sources were looked up. */
	readonly taken: string
	readonly prices: Readonly<Record<Priced, Price>>
}
