import { assumptions, metricCount, template } from './deployment.ts'
import type { MeasuredUnits } from './measuredUnits.ts'
import type { Priced } from './price.ts'
import { MONTH_HOURS, type Size } from './size.ts'

/**
 * What is used in a month, in the unit of the price list. `by: 'readings'` is there because readings come, and is nothing
 * without them; `by: 'deployment'` stands for itself: devices that are connected, what is kept, what runs by the clock.
 */
export type Usage = { readonly priced: Priced; readonly by: 'readings' | 'deployment'; readonly quantity: number }

const MILLION = 1_000_000
const GB = 1e9
const SECONDS = MONTH_HOURS * 3600
const MONTH_DAYS = MONTH_HOURS / 24
/** A function has one CPU of its own from this memory on: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const ONE_CPU_MB = 1769

/** Readings of a month, of all cells. */
export const readingsOf = ({ devices, interval }: Size): number => (devices * SECONDS) / interval

/** What all cells together use in a month. */
export function usageOf(size: Size, measured: MeasuredUnits): Usage[] {
	const cell = { ...size, devices: size.devices / size.cells }
	const lines = [
		...ofReadings(cell, measured),
		...ofDevices(cell, measured),
		...ofTheClock(cell, measured),
		...ofPeople(cell),
	]
	return lines.map((line) => ({ ...line, quantity: line.quantity * size.cells }))
}

function ofReadings(size: Size, { ingest }: MeasuredUnits): Usage[] {
	const units = size.delivery === 'live' ? ingest.live : ingest.packs
	const readings = readingsOf(size)
	const messages = readings * units.messages
	const runs = runsOf(size, messages)
	const cpuMs = readings * units.cpuMs
	const waitMs = runs * waitOf((readings / runs) * units.requests)
	const line = (priced: Priced, quantity: number): Usage => ({ priced, by: 'readings', quantity })
	return [
		line('iotMessages', size.basicIngest ? 0 : messages / MILLION),
		line('iotRules', messages / MILLION),
		line('iotActions', messages / MILLION),
		...bufferOf(size, messages, runs),
		line('lambdaRequests', runs / MILLION),
		line('lambdaTime', gbSeconds(template.memoryMb.ingest, cpuMs, waitMs)),
		...databaseOf(size, 'readings', readings * units.wru, readings * units.rru),
		line('logsIngested', (runs * assumptions.logBytesARun) / GB),
		line('logsKept', (runs * assumptions.logBytesARun) / GB),
	]
}

/** Messages that come within a second share a run; a run takes at most 1000 (infra/constructs/ingest.ts). */
function runsOf(size: Size, messages: number): number {
	const aSecond = messages / SECONDS
	const gatherers = size.buffer === 'sqs' ? assumptions.pollers : shardsOf(aSecond) * template.stream.batchesAShard
	return SECONDS * Math.min(aSecond, Math.max(gatherers, aSecond / 1000))
}

/** A shard takes 1000 records and 1 MB a second; so many that at the use where capacity grows it is enough, as the stage has at least. */
const shardsOf = (aSecond: number): number =>
	Math.max(
		template.stream.leastShards,
		Math.ceil(Math.max(aSecond / 1000, (aSecond * assumptions.recordBytes) / 1e6) / template.targetUse),
	)

function bufferOf({ buffer }: Size, messages: number, runs: number): Usage[] {
	const by = 'readings'
	if (buffer === 'sqs') {
		// Sent by the rule; received and deleted ten at a time at best, and once a run at least.
		const calls = messages + 2 * Math.max(runs, messages / 10)
		return [{ priced: 'sqsRequests', by, quantity: calls / MILLION }]
	}
	const shardHours = shardsOf(messages / SECONDS) * MONTH_HOURS
	return [
		{ priced: 'kinesisPuts', by, quantity: messages / MILLION },
		{ priced: 'kinesisShards', by: 'deployment', quantity: shardHours },
		{ priced: 'kinesisRetention', by: 'deployment', quantity: shardHours },
	]
}

/** Provisioned capacity is there for the whole month, so much that the mean is `targetUse` of it. */
function databaseOf({ capacity }: Size, by: Usage['by'], writes: number, reads: number): Usage[] {
	if (capacity === 'on-demand')
		return [
			{ priced: 'dynamoWrites', by, quantity: writes / MILLION },
			{ priced: 'dynamoReads', by, quantity: reads / MILLION },
		]
	const hours = (quantity: number): number => (quantity / SECONDS / template.targetUse) * MONTH_HOURS
	return [
		{ priced: 'dynamoWriteCapacity', by, quantity: hours(writes) },
		{ priced: 'dynamoReadCapacity', by, quantity: hours(reads) },
	]
}

function ofDevices(size: Size, { ingest, rollup }: MeasuredUnits): Usage[] {
	const { devices } = size
	const deviceDays = devices * MONTH_DAYS
	const kept = devices * template.keptDays
	// DynamoDB counts 100 bytes more for each item.
	const telemetry = kept * 24 * (ingest.largestDeviceHourBytes + 100)
	const protectedBytes = kept * rollup.ofADeviceDay.bytes + devices * assumptions.registryBytesPerDevice
	const { sweepOfADeviceHour: sweep } = ingest
	const by = 'deployment'
	return [
		{ priced: 'iotConnection', by, quantity: (devices * MONTH_HOURS * 60) / MILLION },
		...databaseOf(
			size,
			by,
			deviceDays * (24 * sweep.wru + rollup.ofADeviceDay.wru),
			deviceDays * (24 * sweep.rru + rollup.ofADeviceDay.rru),
		),
		{ priced: 'dynamoStorage', by, quantity: (telemetry + protectedBytes) / GB },
		{ priced: 'dynamoBackup', by, quantity: protectedBytes / GB },
	]
}

function ofTheClock(size: Size, { ingest, rollup }: MeasuredUnits): Usage[] {
	const { runsAnHour, memoryMb } = template
	const runs = (Object.values(runsAnHour).reduce((a, b) => a + b, 0) * MONTH_HOURS) / MILLION
	const deviceHours = size.devices * MONTH_HOURS
	const idle = (a: keyof typeof runsAnHour): number => runsAnHour[a] * MONTH_HOURS * assumptions.idleRunMs
	const day = rollup.ofADeviceDay
	const time =
		gbSeconds(memoryMb.sweep, 0, idle('sweep') + waitOf(deviceHours * ingest.sweepOfADeviceHour.requests)) +
		gbSeconds(memoryMb.notify, 0, idle('notify')) +
		gbSeconds(
			memoryMb.rollup,
			(deviceHours / 24) * day.cpuMs,
			idle('rollup') + waitOf((deviceHours / 24) * day.requests),
		)
	const least = size.capacity === 'provisioned' ? template.leastCapacity : { read: 0, write: 0 }
	const by = 'deployment'
	return [
		{ priced: 'schedules', by, quantity: runs },
		{ priced: 'lambdaRequests', by, quantity: runs },
		{ priced: 'lambdaTime', by, quantity: time },
		{ priced: 'dynamoWriteCapacity', by, quantity: least.write * MONTH_HOURS },
		{ priced: 'dynamoReadCapacity', by, quantity: least.read * MONTH_HOURS },
		{ priced: 'metrics', by, quantity: metricCount },
		{ priced: 'alarms', by, quantity: template.alarmMetrics },
		{ priced: 'dashboards', by, quantity: template.dashboards },
	]
}

function ofPeople(size: Size): Usage[] {
	const requests = size.devices * MONTH_DAYS * assumptions.apiRequestsPerDeviceDay
	const photos = size.devices * assumptions.photosPerDeviceMonth
	const months = template.keptDays / MONTH_DAYS
	const by = 'deployment'
	return [
		{ priced: 'httpRequests', by, quantity: requests / MILLION },
		{ priced: 'lambdaRequests', by, quantity: requests / MILLION },
		{ priced: 'lambdaTime', by, quantity: gbSeconds(template.memoryMb.api, 0, requests * assumptions.apiMs) },
		...databaseOf(size, by, 0, requests * assumptions.apiReadUnits),
		{ priced: 's3Storage', by, quantity: (photos * months * assumptions.photoBytes) / GB },
		// Sent to `incoming/`, and put where it stays; looked at as often.
		{ priced: 's3Writes', by, quantity: (2 * photos) / MILLION },
		{ priced: 's3Reads', by, quantity: (2 * photos) / MILLION },
	]
}

/** Milliseconds that so many calls take, side by side; a few are waited for one after the other. */
const waitOf = (calls: number): number =>
	Math.max(Math.min(calls, 2), calls / assumptions.callsAtOnce) * assumptions.callMs

/** Less memory is less CPU: the same work takes longer and costs the same. */
const gbSeconds = (memoryMb: number, cpuMs: number, waitMs: number): number =>
	((memoryMb / 1024) * (cpuMs * (ONE_CPU_MB / memoryMb) + waitMs)) / 1000
