import { TelemetryMessage } from '../../../shared/contract/telemetry/telemetryMessage.ts'
import { type Delivery, hourPacks, inOrder, shuffledWithDuplicates } from '../ingest/deliveries.ts'
import type { Sample } from '../ingest/workload.ts'
import type { Message } from './round.ts'

export type Sent = Pick<Message, 'device' | 'payload'>

/** What devices publish in each order of the bench. `isKilled`: Node-RED dies in the middle of it. */
export const ordersOf = (samples: readonly Sample[], seed: number) => ({
	inOrder: { messages: published(inOrder(samples, seed)), isKilled: false },
	shuffled: { messages: published(shuffledWithDuplicates(samples, seed)), isKilled: false },
	packs: { messages: published(hourPacks(samples, seed)), isKilled: false },
	killed: { messages: published(inOrder(samples, seed)), isKilled: true },
})

const published = (deliveries: readonly Delivery[]): Sent[] =>
	deliveries.flatMap(({ records }) =>
		records.map(({ body }) => {
			const { payload, topic } = TelemetryMessage.parse(JSON.parse(body))
			return { device: topic.split('/')[2] ?? '', payload: Buffer.from(payload, 'base64').toString() }
		}),
	)
