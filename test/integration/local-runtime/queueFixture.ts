import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openQueues } from '../../../infra/local/queue/openQueues.ts'
import type { QueueDefinition } from '../../../infra/local/queue/queueDefinition.ts'
import type { QueueService } from '../../../infra/local/queue/queueService.ts'
import { temporaryFolder } from './temporaryFolder.ts'

export const arn = (name: string): string => `arn:aws:sqs:us-east-1:000000000000:${name}`

export const deadLetters: QueueDefinition = {
	name: 'dead-letters',
	arn: arn('dead-letters'),
	visibilityTimeout: 30,
	retentionSeconds: 1_209_600,
	delaySeconds: 0,
}

export const telemetry: QueueDefinition = {
	name: 'telemetry',
	arn: arn('telemetry'),
	visibilityTimeout: 30,
	retentionSeconds: 345_600,
	delaySeconds: 0,
	redrive: { deadLetterQueueName: 'dead-letters', maxReceiveCount: 2 },
}

/** A clock that moves when it is told to: visibility and retention need no waiting. */
export const handClock = (start = 1_764_000_000_000) => {
	let time = start
	return {
		now: (): number => time,
		pass: (seconds: number): void => {
			time += seconds * 1000
		},
	}
}

/** The queues of a test, closed after it. */
export const queuesFor = (
	definitions: readonly QueueDefinition[] = [telemetry, deadLetters],
	now?: () => number,
	file = join(temporaryFolder(), 'queue.sqlite'),
): QueueService => {
	const service = openQueues(file, definitions, now)
	let open = true
	const close = (): void => {
		if (open) service.close()
		open = false
	}
	onTestFinished(close)
	return { ...service, close }
}
