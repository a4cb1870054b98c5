import { type IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'
import type { Sent } from '../../../shared/ports/channel.ts'

/** Loudspeakers of the courtyards that a message is about: plain sentences, and no link. */
export async function announce(client: IoTDataPlaneClient, { spoken, news, ...message }: AlertMessage): Promise<Sent> {
	const courtyards = new Set(news.map(({ courtyard }) => courtyard))
	// A test has no news.
	if (message.courtyard !== undefined) courtyards.add(message.courtyard)
	const dedupeKeys = news.map(({ dedupeKey }) => dedupeKey).slice(0, 100)
	const payload = new TextEncoder().encode(JSON.stringify({ type: 'announcement', text: spoken, dedupeKeys }))
	try {
		for (const courtyard of courtyards) {
			const topic = `evt/sanitation/${courtyard}/announcements`
			await client.send(new PublishCommand({ topic, qos: 1, contentType: 'application/json', payload }))
		}
		return { is: 'sent' }
	} catch (error) {
		return { is: 'failed', error: `MQTT: ${error instanceof Error ? error.name : 'unknown error'}` }
	}
}
