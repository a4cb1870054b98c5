import { setTimeout as wait } from 'node:timers/promises'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'

/** Messages that wait or are being worked on, through the unmodified SDK. */
export async function waitingIn({ endpoints, queues }: RunningEdition, queue: keyof RunningEdition['queues']) {
	const client = new SQSClient({ endpoint: endpoints.sqs, region: 'us-east-1', credentials: localCredentials })
	const { Attributes = {} } = await client.send(
		new GetQueueAttributesCommand({
			QueueUrl: queues[queue],
			AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
		}),
	)
	client.destroy()
	return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0)
}

/** Resolves when every message has been worked off. @throws after `patienceMs` */
export async function drained(
	running: RunningEdition,
	patienceMs: number,
	tell: (left: number) => void,
): Promise<void> {
	const since = Date.now()
	for (;;) {
		const left = await waitingIn(running, 'telemetry')
		if (left === 0) return
		if (Date.now() - since > patienceMs) throw new Error(`${left} messages are still in the queue`)
		tell(left)
		await wait(2000)
	}
}
