import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** Runs it again and again, killed after no request, after one, after two …, until it survives; how often it was killed. */
export async function killedAfterAny(client: DynamoDBClient, run: () => Promise<unknown>): Promise<number> {
	for (let requests = 0; ; requests += 1) {
		let left = requests
		client.middlewareStack.add(
			(next) => (args) => {
				left -= 1
				if (left < 0) throw new Error('killed')
				return next(args)
			},
			{ name: 'killer', step: 'initialize' },
		)
		try {
			await run()
			return requests
		} catch (error) {
			if (!(error instanceof Error && error.message === 'killed')) throw error
		} finally {
			client.middlewareStack.remove('killer')
		}
	}
}
