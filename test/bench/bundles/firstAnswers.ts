import { createServer } from 'node:http'
import { listen } from '../../../infra/local/iot/tlsListener.ts'
import { median } from '../median.ts'
import { type Startable, startCpuMs } from './startCpu.ts'

/** The first thing each is asked, where the tables are empty; of a start that only puts off its work nothing is won here. */
const asked: Readonly<Record<string, object>> = {
	bareSdk: { TableName: 'T', Key: { id: { S: 'a' } } },
	ingest: {
		Records: [
			{
				messageId: 'first',
				body: JSON.stringify({
					payload: Buffer.from('{"ammonia":0.2}').toString('base64'),
					topic: 'dt/sanitation/toilet-1/json',
					receivedAt: Date.now(),
				}),
			},
		],
	},
	api: {
		rawPath: '/api/tasks',
		headers: {},
		requestContext: {
			http: { method: 'GET', sourceIp: '127.0.0.1' },
			authorizer: { jwt: { claims: { 'custom:role': 'staff', role: 'staff', sub: 'bench' } } },
		},
	},
}

/** CPU until the first answer, milliseconds by name: medians of rounds in turn, from tables that hold nothing. */
export async function firstAnswers(started: readonly Startable[], rounds: number): Promise<Record<string, number>> {
	const server = createServer((request, response) => {
		request
			.resume()
			.on('end', () => response.setHeader('content-type', 'application/x-amz-json-1.0').end('{"Items":[]}'))
	})
	const port = await listen(server, 0, '127.0.0.1', '')
	try {
		const known = started.flatMap((one) => (asked[one.name] ? [{ one, event: asked[one.name] }] : []))
		const times = new Map(known.map(({ one }) => [one.name, [] as number[]]))
		for (let round = 0; round <= rounds; round += 1) {
			for (const { one, event } of known) {
				const environment = {
					...one.environment,
					AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
					AWS_ACCESS_KEY_ID: 'bench',
					AWS_SECRET_ACCESS_KEY: 'bench',
				}
				const ms = await startCpuMs({ ...one, environment }, event)
				if (round > 0) times.get(one.name)?.push(ms)
			}
		}
		return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]))
	} finally {
		await new Promise((resolve) => server.close(resolve))
	}
}
