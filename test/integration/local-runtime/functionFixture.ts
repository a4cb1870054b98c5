import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startFunction } from '../../../infra/local/lambda/startFunction.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** A function whose bundle is `source`, stopped after the test, with the lines it logged. */
export const functionOf = (
	source: string,
	{ file = 'index.mjs', timeoutSeconds = 5, concurrency = 1, memorySize = 128, environment = {} } = {},
) => {
	const assetDir = temporaryFolder()
	writeFileSync(join(assetDir, file), source)
	const lines: string[] = []
	const started = startFunction({
		name: 'ingest',
		arn: 'arn:aws:lambda:us-east-1:000000000000:function:ingest',
		region: 'us-east-1',
		assetDir,
		handler: 'index.handler',
		environment,
		endpoints: { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' },
		timeoutSeconds,
		memorySize,
		concurrency,
		log: (_, line) => lines.push(line),
	})
	onTestFinished(() => started.close())
	return { ...started, lines }
}
