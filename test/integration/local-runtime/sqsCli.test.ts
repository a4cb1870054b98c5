import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSqsApi } from '../../../infra/local/queue/sqsApi.ts'
import { queuesFor } from './queueFixture.ts'

const run = promisify(execFile)
const installed = spawnSync('aws', ['--version']).status === 0

/** An outside client: it knows nothing of this program but the address. */
describe.skipIf(!installed)('the AWS CLI', () => {
	test('lists, sends, receives, changes visibility, deletes, purges and reads attributes', async () => {
		const service = queuesFor()
		const api = await startSqsApi(service)
		onTestFinished(() => api.close())
		const env = {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			AWS_ACCESS_KEY_ID: 'local',
			AWS_SECRET_ACCESS_KEY: 'local',
			AWS_DEFAULT_REGION: 'us-east-1',
		}
		const sqs = async (...args: string[]) => {
			const { stdout } = await run('aws', ['sqs', ...args, '--endpoint-url', api.endpoint, '--output', 'json'], { env })
			return stdout === '' ? undefined : JSON.parse(stdout)
		}
		const url = api.queueUrl('telemetry')
		expect(await sqs('list-queues')).toEqual({ QueueUrls: [url, api.queueUrl('dead-letters')] })
		expect(await sqs('get-queue-url', '--queue-name', 'telemetry')).toEqual({ QueueUrl: url })
		const attributes = '{"topic":{"DataType":"String","StringValue":"dt/a/t1/json"}}'
		const sent = await sqs(
			'send-message',
			'--queue-url',
			url,
			'--message-body',
			'氨气',
			'--message-attributes',
			attributes,
		)
		const received = await sqs(
			...['receive-message', '--queue-url', url, '--attribute-names', 'All', '--message-attribute-names', 'All'],
		)
		expect(received.Messages).toMatchObject([
			{ MessageId: sent.MessageId, Body: '氨气', MessageAttributes: { topic: { StringValue: 'dt/a/t1/json' } } },
		])
		const handle: string = received.Messages[0].ReceiptHandle
		const message = ['--queue-url', url, '--receipt-handle', handle]
		await sqs('change-message-visibility', ...message, '--visibility-timeout', '0')
		expect(service.counts('telemetry')).toMatchObject({ visible: 1 })
		await sqs('delete-message', ...message)
		await service.send('telemetry', 'another')
		await sqs('purge-queue', '--queue-url', url)
		const all = await sqs('get-queue-attributes', '--queue-url', url, '--attribute-names', 'All')
		expect(all.Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', VisibilityTimeout: '30' })
		await expect(sqs('get-queue-url', '--queue-name', 'nowhere')).rejects.toThrow(
			/AWS\.SimpleQueueService\.NonExistentQueue/,
		)
		await expect(sqs('create-queue', '--queue-name', 'new')).rejects.toThrow(/does not support CreateQueue/)
	})
})
