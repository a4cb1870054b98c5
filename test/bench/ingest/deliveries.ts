import type { QueueRecord } from '../../../functions/ingest/openMessage.ts'
import { seeded, shuffled } from './random.ts'
import type { Sample } from './workload.ts'

/** What one invocation gets, and the clock at that moment. */
export type Delivery = { clock: number; records: QueueRecord[]; readings: number }

type Message = { device: string; arrival: number; samples: Sample[] }

const HOUR = 3_600_000
/** The batching window of the event source. */
const WINDOW_MS = 1000

/** As live: each reading some seconds after it was measured. */
export function inOrder(samples: readonly Sample[], seed: number): Delivery[] {
	const next = seeded(seed)
	return batches(
		samples.map((sample) => ({
			device: sample.device,
			arrival: sample.at + 1000 + Math.floor(next() * 7000),
			samples: [sample],
		})),
	)
}

/**
 * Each hour is held back until it is over, then comes in the course of the next hour in an order that has nothing to do
 * with the time of measuring, with one message in five sent twice. No reading can come before it was measured, so this
 * is the hardest shuffle there can be: every message speaks of a past hour, and hardly two of one device come together.
 */
export function shuffledWithDuplicates(samples: readonly Sample[], seed: number): Delivery[] {
	const next = seeded(seed)
	return batches(
		hoursOf(samples).flatMap(([end, own]) => {
			const twice = shuffled(own, next).slice(0, Math.round(own.length * 0.2))
			const sent = shuffled([...own, ...twice], next)
			const step = (HOUR - 10_000) / sent.length
			return sent.map((sample, i) => ({
				device: sample.device,
				arrival: Math.floor(end + 5000 + i * step),
				samples: [sample],
			}))
		}),
	)
}

/** One message for each device and hour, within a minute after the hour. */
export function hourPacks(samples: readonly Sample[], seed: number): Delivery[] {
	const next = seeded(seed)
	return batches(
		hoursOf(samples).flatMap(([end, own]) => {
			const byDevice = Map.groupBy(own, ({ device }) => device)
			return [...byDevice].map(([device, of]) => ({
				device,
				arrival: end + 2000 + Math.floor(next() * 58_000),
				samples: of,
			}))
		}),
	)
}

/** Readings by the end of their hour. */
function hoursOf(samples: readonly Sample[]): [number, Sample[]][] {
	return [...Map.groupBy(samples, ({ at }) => Math.floor(at / HOUR) * HOUR + HOUR)].sort(([a], [b]) => a - b)
}

/** What arrives within the batching window goes into one invocation. */
function batches(messages: Message[]): Delivery[] {
	const made: Delivery[] = []
	let opened = Number.NEGATIVE_INFINITY
	messages
		.sort((a, b) => a.arrival - b.arrival)
		.forEach((message, i) => {
			if (message.arrival - opened > WINDOW_MS) {
				opened = message.arrival
				made.push({ clock: opened + WINDOW_MS, records: [], readings: 0 })
			}
			const batch = made.at(-1)
			batch?.records.push({ messageId: `message-${i}`, body: bodyOf(message) })
			if (batch) batch.readings += message.samples.length
		})
	return made
}

/** What the topic rule puts on the queue; the payload is native JSON. */
function bodyOf({ device, arrival, samples }: Message): string {
	const entries = samples.map(({ at, values, sends }) => ({ at, ...(sends ?? values) }))
	const payload = Buffer.from(JSON.stringify(entries.length === 1 ? entries[0] : entries)).toString('base64')
	return JSON.stringify({ payload, topic: `dt/sanitation/${device}/json`, clientId: device, receivedAt: arrival })
}
