import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, type Plugin } from 'esbuild'

/**
 * Writes the bundle of one Lambda into a folder: `index.mjs` with all that its start needs, and a file for each part that is
 * loaded later. A process of its own, because the CDK waits for nobody and esbuild's plugins cannot hurry.
 *
 *   node infra/constructs/writeBundle.ts --entry ingest/handler.ts --target node24 --folder FOLDER
 */
const projectRoot = fileURLToPath(new URL('../../', import.meta.url))
const text = { type: 'string' } as const
const options = { entry: text, target: text, folder: text, carry: text, as: text }
const { entry = '', target = '', folder = '', carry, as } = parseArgs({ options }).values
const main = `${projectRoot}functions/${entry}`

/**
 * esbuild puts what is used by the start and by a later part into a file of its own: dozens of files, each of which costs the
 * start more than its size does. Where every later part imports the entry as well, all of the start is used by all of the
 * parts and stays together. When a part is loaded the entry has long been, so nothing runs twice.
 */
const startInOnePiece: Plugin = {
	name: 'start-in-one-piece',
	setup({ onResolve, onLoad, resolve }) {
		onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
			if (kind !== 'dynamic-import' || pluginData === 'resolved') return undefined
			const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' })
			return found.external || found.errors.length > 0 ? found : { path: found.path, namespace: 'later' }
		})
		onLoad({ filter: /./, namespace: 'later' }, ({ path }) => {
			const [start, part] = [JSON.stringify(main), JSON.stringify(path)]
			return {
				contents: `import ${start}\nimport * as part from ${part}\nexport * from ${part}\nexport default part.default`,
				resolveDir: dirname(path),
			}
		})
	},
}

await build({
	entryPoints: [{ in: main, out: 'index' }],
	outdir: folder,
	outExtension: { '.js': '.mjs' },
	chunkNames: '[name]-[hash]',
	// Chinese is written in escapes: a source of one byte a character is read sooner.
	...{ bundle: true, splitting: true, minify: true, charset: 'ascii' },
	...{ platform: 'node', format: 'esm', target, mainFields: ['module', 'main'] },
	alias: { '@aws-sdk/credential-provider-node': `${projectRoot}functions/adapters/lambda/lambdaCredentials.ts` },
	plugins: [startInOnePiece],
	// Of a part without a default export.
	logOverride: { 'import-is-undefined': 'silent' },
	logLevel: 'warning',
})
if (carry !== undefined && as !== undefined) await cp(carry, join(folder, as), { recursive: true })
