import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'

const projectRoot = fileURLToPath(new URL('../../', import.meta.url))
const writeBundle = fileURLToPath(new URL('writeBundle.ts', import.meta.url))

/** A folder that a bundle carries along, under this name beside the handler. */
export type CarriedFolder = { readonly from: string; readonly as: string }

/**
 * A Lambda's code, minified with its SDK: `index.mjs`, and beside it what it imports only when it comes to need it. The
 * CDK's own construct for Node.js makes one file, all of which is read at each cold start
 * (docs/adr/0020-a-bundle-loads-what-it-uses.md).
 *
 * @param entry below `functions/`
 * @param runtime as the template says it: `nodejs24.x`
 */
export const bundleOf = (entry: string, runtime: string, carried?: CarriedFolder): Code => {
	const target = runtime.replace(/^nodejs(\d+)\.x$/, 'node$1')
	const args = ['--entry', entry, '--target', target, ...(carried ? ['--carry', carried.from, '--as', carried.as] : [])]
	return Code.fromAsset(`${projectRoot}functions`, {
		assetHashType: AssetHashType.OUTPUT,
		bundling: {
			// No container is ever started: the next line tells the CDK's cache one bundle from another.
			image: DockerImage.fromRegistry('scratch'),
			command: args,
			local: {
				tryBundle: (folder) => {
					execFileSync(process.execPath, [writeBundle, ...args, '--folder', folder], { stdio: ['ignore', 2, 2] })
					return true
				},
			},
		},
	})
}
