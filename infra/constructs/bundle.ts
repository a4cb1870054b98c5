import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'

const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** A folder that a bundle carries along, under this name beside the handler. */
export type CarriedFolder = { readonly from: string; readonly as: string }

/**
 * A Lambda's code, minified with its SDK: `index.mjs`, and beside it what it imports only when it comes to need it. The
 * CDK's own construct for Node.js makes one file, all of which is read at each cold start
 * (docs/adr/0019-a-bundle-loads-what-it-uses.md).
 *
 * @param entry below `functions/`
 * @param runtime as the template says it: `nodejs24.x`
 */
export const bundleOf = (entry: string, runtime: string, carried?: CarriedFolder): Code => {
	const target = runtime.replace(/^nodejs(\d+)\.x$/, 'node$1')
	return Code.fromAsset(`${projectRoot}functions`, {
		assetHashType: AssetHashType.OUTPUT,
		bundling: {
			// No container is ever started: the line below tells the CDK's cache one bundle from another.
			image: DockerImage.fromRegistry('scratch'),
			command: [entry, target, carried?.as ?? ''],
			local: {
				tryBundle: (folder) => {
					buildSync({
						entryPoints: [{ in: `${projectRoot}functions/${entry}`, out: 'index' }],
						outdir: folder,
						outExtension: { '.js': '.mjs' },
						chunkNames: '[name]-[hash]',
						...{ bundle: true, splitting: true, minify: true, charset: 'utf8', logLevel: 'warning' },
						...{ platform: 'node', format: 'esm', target, mainFields: ['module', 'main'] },
						alias: { '@aws-sdk/credential-provider-node': `${projectRoot}functions/adapters/lambdaCredentials.ts` },
					})
					if (carried) cpSync(carried.from, join(folder, carried.as), { recursive: true })
					return true
				},
			},
		},
	})
}
