import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Startable } from './startCpu.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The least that a Lambda can be. */
export async function emptyHandler(folder: string): Promise<Startable> {
	const file = join(folder, 'empty.mjs')
	await writeFile(file, 'export const handler = async () => {}\n')
	return { name: 'empty', file, environment: {} }
}

/**
 * A handler that imports the DynamoDB client, makes it and does nothing else, bundled as ours are.
 *
 * @param chain `trimmed` with the credentials that our bundles have, `whole` with the default chain of the SDK
 */
export async function sdkHandler(folder: string, name: string, chain: 'trimmed' | 'whole'): Promise<Startable> {
	const file = join(folder, `${name}.mjs`)
	await build({
		stdin: {
			contents: `import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
				const client = new DynamoDBClient({})
				export const handler = (input) => client.send(new UpdateItemCommand(input))`,
			resolveDir: root,
		},
		...{ outfile: file, bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24' },
		mainFields: ['module', 'main'],
		alias:
			chain === 'whole'
				? {}
				: { '@aws-sdk/credential-provider-node': `${root}functions/adapters/lambda/lambdaCredentials.ts` },
	})
	return { name, file, environment: {} }
}
