import {
	ChangeMessageVisibilityCommand,
	DeleteMessageCommand,
	GetQueueAttributesCommand,
	ListDeadLetterSourceQueuesCommand,
	QueueDoesNotExist,
	ReceiveMessageCommand,
	SendMessageBatchCommand,
	SendMessageCommand,
	SQSClient,
} from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test } from 'vitest'
import { startSqsApi } from '../../../infra/local/queue/sqsApi.ts'
import { queuesFor, telemetry } from './queueFixture.ts'

const start = async () => {
	const service = queuesFor()
	const api = await startSqsApi(service)
	const client = new SQSClient({
		endpoint: api.endpoint,
		region: 'us-east-1',
		credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
		maxAttempts: 1,
	})
	onTestFinished(async () => {
		client.destroy()
		await api.close()
	})
	return { service, client, QueueUrl: api.queueUrl('telemetry') }
}

test('the SDK sends with attributes, and receives what it sent with its own check of the digests', async () => {
	const { client, QueueUrl } = await start()
	const MessageAttributes = {
		topic: { DataType: 'String', StringValue: 'dt/厕所' },
		raw: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 255) },
	}
	const sent = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '氨气 5', MessageAttributes }))
	const { Messages } = await client.send(
		new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] }),
	)
	expect(Messages).toMatchObject([
		{
			MessageId: sent.MessageId,
			Body: '氨气 5',
			Attributes: { ApproximateReceiveCount: '1' },
			MessageAttributes,
			MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
		},
	])
	const [message] = Messages ?? []
	await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }))
	const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
	expect(Attributes).toMatchObject({
		QueueArn: telemetry.arn,
		ApproximateNumberOfMessages: '0',
		ApproximateNumberOfMessagesNotVisible: '0',
		RedrivePolicy: expect.stringContaining('"maxReceiveCount":2'),
	})
})

test('one bad entry of a batch fails alone, and says why', async () => {
	const { client, QueueUrl, service } = await start()
	const { Successful, Failed } = await client.send(
		new SendMessageBatchCommand({
			QueueUrl,
			Entries: [
				{ Id: 'good', MessageBody: 'a' },
				{ Id: 'bad', MessageBody: '\u0000' },
			],
		}),
	)
	expect(Successful).toMatchObject([{ Id: 'good' }])
	expect(Failed).toMatchObject([{ Id: 'bad', Code: 'InvalidMessageContents', SenderFault: true }])
	expect(service.counts('telemetry')).toMatchObject({ visible: 1 })
})

test.each([
	[
		'a message over 1 MiB',
		(QueueUrl: string) => new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1_048_577) }),
	],
	['an eleventh message', (QueueUrl: string) => new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })],
])('%s is refused as an invalid value', async (_, command) => {
	const { client, QueueUrl } = await start()
	const refused = client.send(command(QueueUrl) as SendMessageCommand)
	await expect(refused).rejects.toMatchObject({ name: 'InvalidParameterValue', $metadata: { httpStatusCode: 400 } })
})

test('a message of exactly 1 MiB passes', async () => {
	const { client, QueueUrl } = await start()
	await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1_048_576) }))
	const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }))
	expect(Messages?.[0]?.Body).toHaveLength(1_048_576)
})

test('errors have the shapes that the SDK turns into its own classes', async () => {
	const { client, QueueUrl, service } = await start()
	const elsewhere = QueueUrl.replace(/telemetry$/, 'nowhere')
	await expect(client.send(new SendMessageCommand({ QueueUrl: elsewhere, MessageBody: 'a' }))).rejects.toBeInstanceOf(
		QueueDoesNotExist,
	)
	await expect(client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' }))).rejects.toMatchObject({
		name: 'ReceiptHandleIsInvalid',
	})
	await service.send('telemetry', 'a')
	const [message] = await service.receive('telemetry', { max: 1 })
	const ReceiptHandle = message?.receiptHandle
	await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
	await expect(
		client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 })),
	).rejects.toMatchObject({ name: 'MessageNotInflight' })
})

test('a client that hangs up during long polling leaves the next message for others', async () => {
	const { client, QueueUrl, service } = await start()
	const gone = new AbortController()
	const waiting = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
		abortSignal: gone.signal,
	})
	await new Promise((resolve) => setTimeout(resolve, 200))
	gone.abort()
	await expect(waiting).rejects.toThrow()
	await new Promise((resolve) => setTimeout(resolve, 100))
	await service.send('telemetry', 'reading')
	await new Promise((resolve) => setTimeout(resolve, 50))
	expect(service.counts('telemetry')).toMatchObject({ visible: 1, inFlight: 0 })
})

test('a dead-letter queue knows its sources', async () => {
	const { client, QueueUrl } = await start()
	const deadLetterUrl = QueueUrl.replace(/telemetry$/, 'dead-letters')
	const { queueUrls } = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadLetterUrl }))
	expect(queueUrls).toEqual([QueueUrl])
})
