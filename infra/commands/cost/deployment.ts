import { serviceFigures } from '../../../shared/contract/service/serviceFigures.ts'
import { FaultCode } from '../../../shared/contract/telemetry/reading.ts'

/** What every deployment has, whatever its size: facts of the template, which test/infra holds it to. */
export const template = {
	/** A few to spare: the template has somewhat fewer. */
	alarmMetrics: 48,
	dashboards: 1,
	/** Runs by the clock in an hour: sweep and notify every minute, rollup every quarter. */
	runsAnHour: { sweep: 60, notify: 60, rollup: 4 },
	memoryMb: { ingest: 512, sweep: 512, notify: 512, rollup: 1769, api: 1024 },
	/** Of a stream: the shards of the stage `county`, and the batches of one that are worked on at once. */
	stream: { leastShards: 2, batchesAShard: 4 },
	/** Of the stage `county`: the least capacity, units a second, of all tables but Telemetry and their indexes. */
	leastCapacity: { read: 280, write: 85 },
	/** The use of provisioned capacity at which it grows. */
	targetUse: 0.7,
	/** Readings are kept so long, days; scores are taken as kept so long as well, though they stay. */
	keptDays: 400,
} as const

/** Metrics of CloudWatch that the functions make; each is recorded by one of them. */
export const metricCount = Object.keys(serviceFigures).length + FaultCode.options.length

/** What was not measured but has to be said to come to a sum. `npm run cost` prints them; change them here. */
export const assumptions = {
	/** A call of DynamoDB or another service from a function, milliseconds. */
	callMs: 5,
	/** Calls that ingest, sweep and rollup have under way at once. */
	callsAtOnce: 16,
	/** A run by the clock with nothing to do, and an answer of the API, milliseconds. */
	idleRunMs: 50,
	apiMs: 50,
	/** What people look up, for each device and day, and what one answer reads. */
	apiRequestsPerDeviceDay: 2,
	apiReadUnits: 10,
	/** Functions that wait for messages of SQS at once; each gathers for a second. */
	pollers: 5,
	/** One line of figures a run (docs/operations.md) with what is around it, bytes. */
	logBytesARun: 700,
	photosPerDeviceMonth: 0.5,
	photoBytes: 300_000,
	/** A reading as it lies in the queue or the stream, bytes. */
	recordBytes: 500,
	/** An entry of the registry, bytes. */
	registryBytesPerDevice: 600,
} as const
