import type { QualityMark } from '../../../shared/contract/telemetry/reading.ts'

/** What the tables tell, in their units. */
export type Quantity =
	| 'battery' // %
	| 'temperature' // °C
	| 'ammonia' // ppm
	| 'hydrogenSulfide' // ppm
	| 'distance' // mm, from the sensor down
	| 'depth' // mm of water above the sensor
	| 'content' // % full
	| 'entered' // people since the last report

/** What one report, or one record of the history, says. */
export type Seen = {
	values: Partial<Record<Quantity, number>>
	marks: Partial<Record<Quantity, QualityMark>>
	tilted: boolean
	/** What it tells besides that no measurand has. */
	others: string[]
}

export type Frame = {
	now: Seen
	/** Records of the sensor's memory, each with the seconds since 1970 of its own clock. */
	past: { seconds: number; seen: Seen }[]
}

/** A piece of a frame: channel, type, then so many bytes of data, all numbers little-endian. */
export type Channel = {
	id: number
	type: number
	/** Bytes of data; of some, the data itself says. */
	size: number | ((data: DataView) => number)
	/** Takes what the data says. The view begins at the data and holds all of it. */
	take: (data: DataView, frame: Frame) => void
}

export const nothingSeen = (): Seen => ({ values: {}, marks: {}, tilted: false, others: [] })
