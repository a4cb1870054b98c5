import * as z from '../../../shared/contract/zod.ts'

const Amount = z.number().check(z.minimum(0))

/** What one reading takes. `messages`: MQTT messages; `requests`: calls of DynamoDB and of the IoT data plane. */
const OfAReading = z.strictObject({
	wru: Amount,
	rru: Amount,
	requests: Amount,
	/** Of the machine that measured, milliseconds. */
	cpuMs: Amount,
	messages: Amount,
})
export type OfAReading = z.infer<typeof OfAReading>

const measured = {
	measuredOn: z.iso.date(),
	command: z.string().check(z.minLength(1)),
	devices: z.int().check(z.minimum(1)),
}

/** The units that the benches measured, in `measured.json`: they write it (`--record`), the cost model reads it. */
export const MeasuredUnits = z.strictObject({
	ingest: z.strictObject({
		...measured,
		/** Each reading by itself as it is measured. */
		live: OfAReading,
		/** An hour's readings in one message. */
		packs: OfAReading,
		sweepOfADeviceHour: z.strictObject({ wru: Amount, rru: Amount, requests: Amount }),
		largestDeviceHourBytes: z.int().check(z.minimum(1)),
	}),
	rollup: z.strictObject({
		...measured,
		/** `bytes`: what is kept of a device's day for good. */
		ofADeviceDay: z.strictObject({ wru: Amount, rru: Amount, requests: Amount, cpuMs: Amount, bytes: Amount }),
	}),
})
export type MeasuredUnits = z.infer<typeof MeasuredUnits>
