/** Sends without pause, 20 at once, and writes each id to stdout only once its send resolved; the test kills it. */
import { writeSync } from 'node:fs'
import { openQueues } from '../../../infra/local/queue/openQueues.ts'

const [, , file = ''] = process.argv
const queues = openQueues(file, [
	{
		name: 'q',
		arn: 'arn:aws:sqs:us-east-1:000000000000:q',
		visibilityTimeout: 30,
		retentionSeconds: 3600,
		delaySeconds: 0,
	},
])
const client = async (): Promise<never> => {
	for (;;) writeSync(1, `${await queues.send('q', 'x'.repeat(300))}\n`)
}
await Promise.all(Array.from({ length: 20 }, client))
