import type { QueueRecord } from './openMessage.ts'

/** What we read of a record of Kinesis, as Lambda hands it over. */
export type StreamRecord = {
	/** `<shard>:<sequence number>`: the same at every attempt, and in no other record of the stream. */
	eventID: string
	kinesis: {
		/** What the topic rule put there, base64. */
		data: string
		sequenceNumber: string
		/** When it was put there, seconds since 1970. */
		approximateArrivalTimestamp: number
	}
}

/** A record of the stream as the message that it would have been on the queue. */
export const messageOf = ({ eventID, kinesis }: StreamRecord): QueueRecord => ({
	// The id goes into the address of a refused message, where a colon may not stand.
	messageId: eventID.replace(':', '-'),
	body: Buffer.from(kinesis.data, 'base64').toString('utf8'),
	attributes: { SentTimestamp: String(Math.round(kinesis.approximateArrivalTimestamp * 1000)) },
})
