import * as z from '../../../shared/contract/zod.ts'

/** What one size took. Units, requests, CPU and memory of ingest are for each reading. */
export const Row = z.strictObject({
	devices: z.int().check(z.positive()),
	readings: z.int().check(z.positive()),
	messagesPerBatch: z.number().check(z.positive()),
	writeUnits: z.number().check(z.positive()),
	readUnits: z.number().check(z.minimum(0)),
	requests: z.number().check(z.positive()),
	cpuUs: z.number().check(z.positive()),
	/** By how much the process grew at most, store and registry included, bytes for each reading. */
	peakMemoryBytes: z.number().check(z.minimum(0)),
	/** The whole process at its largest. */
	peakMemoryMb: z.number().check(z.positive()),
	tasks: z.int().check(z.minimum(0)),
	sweep: z.strictObject({
		requestsPerDeviceHour: z.number().check(z.minimum(0)),
		readUnitsPerDeviceHour: z.number().check(z.minimum(0)),
		/** Of one run, each minute. */
		cpuUsPerDevice: z.number().check(z.minimum(0)),
		/** CPU of the longest run, milliseconds. */
		longestMs: z.number().check(z.minimum(0)),
		/** Requests of the run that made the most: after a start all devices are due at once. */
		mostRequests: z.int().check(z.minimum(0)),
	}),
	registry: z.strictObject({
		/** What a device takes in the memory of every Lambda; only told where the collector could be called. */
		bytesPerDevice: z.number(),
		/** What a device takes beside it, as it came from the table, until all of them are read. */
		rawBytesPerDevice: z.number(),
		/** To read all devices once, as each Lambda does when it starts and when the registry has changed. */
		readUnits: z.number().check(z.positive()),
	}),
})
export type Row = z.infer<typeof Row>

const columns: readonly (readonly [head: string, of: (row: Row) => number])[] = [
	['devices', ({ devices }) => devices],
	['readings', ({ readings }) => readings],
	['write units', ({ writeUnits }) => writeUnits],
	['read units', ({ readUnits }) => readUnits],
	['requests', ({ requests }) => requests],
	['CPU µs', ({ cpuUs }) => cpuUs],
	['peak bytes', ({ peakMemoryBytes }) => peakMemoryBytes],
	['peak MB', ({ peakMemoryMb }) => peakMemoryMb],
	['a batch', ({ messagesPerBatch }) => messagesPerBatch],
	['sweep µs', ({ sweep }) => sweep.cpuUsPerDevice],
	['sweep calls', ({ sweep }) => sweep.mostRequests],
	['registry B', ({ registry }) => registry.bytesPerDevice],
	['registry RU', ({ registry }) => registry.readUnits],
]

/** The rows for people: units to peak bytes for each reading, the sweep and the registry for each device. */
export const table = (rows: readonly Row[]): string => {
	const lines = [
		columns.map(([head]) => head),
		...rows.map((row) => columns.map(([, of]) => of(row).toLocaleString('en'))),
	]
	return lines.map((line) => line.map((cell) => cell.padStart(12)).join('')).join('\n')
}
