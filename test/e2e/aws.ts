import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { vi } from 'vitest'
import { localCredentials } from '../../infra/local/lambda/localCredentials.ts'
import type { RunningEdition } from '../../infra/local/runningEdition.ts'

export type Aws = ReturnType<typeof awsOf>

/** The edition's AWS endpoints through the unmodified SDK. */
export const awsOf = ({ endpoints, tables, queues }: RunningEdition) => {
	const of = (endpoint: string) => ({ endpoint, region: 'us-east-1', credentials: localCredentials })
	const dynamodb = new DynamoDBClient(of(endpoints.dynamodb))
	const sqs = new SQSClient(of(endpoints.sqs))
	const iotData = new IoTDataPlaneClient(of(endpoints.iotData))
	/** Messages that wait or are being worked on. */
	const waiting = async (queue: keyof typeof queues): Promise<number> => {
		const { Attributes = {} } = await sqs.send(
			new GetQueueAttributesCommand({
				QueueUrl: queues[queue],
				AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
			}),
		)
		return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0)
	}
	return {
		waiting,
		/** Resolves when every message that the broker acknowledged so far has been worked off. */
		drained: async (timeout = 90_000): Promise<void> => {
			await vi.waitUntil(async () => (await waiting('telemetry')) === 0, { timeout, interval: 100 })
		},
		scan: async (table: keyof typeof tables): Promise<Record<string, unknown>[]> => {
			const items: Record<string, unknown>[] = []
			for await (const page of paginateScan({ client: dynamodb }, { TableName: tables[table], ConsistentRead: true }))
				items.push(...(page.Items ?? []).map((item) => unmarshall(item)))
			return items
		},
		publish: (topic: string, payload: string) =>
			iotData.send(new PublishCommand({ topic, payload: Buffer.from(payload), qos: 1 })),
		close: (): void => {
			for (const client of [dynamodb, sqs, iotData]) client.destroy()
		},
	}
}
