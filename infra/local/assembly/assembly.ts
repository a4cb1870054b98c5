import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from '../../../shared/contract/zod.ts'
import { StartError } from '../startError.ts'
import { AssetManifest } from '../template/functionAssets.ts'
import { Template } from '../template/template.ts'
import { sourceHash } from './sourceHash.ts'
import { withLock } from './withLock.ts'

/** What synthesis wrote: the folder with the bundles, and the template and asset manifest of the stack. */
export interface Assembly {
	readonly folder: string
	readonly template: Template
	readonly manifest: AssetManifest
}

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))
const stack = 'GreenCourtyard'
const Stamp = z.object({ sources: z.string(), template: z.string() })

/**
 * The synthesized stack: the one in `cdk.out` if it was made from the sources as they are, else a new one (seconds).
 * Throws a StartError with the words of the synthesis if that fails.
 *
 * @param notice told in words when it takes longer
 */
export const currentAssembly = async (notice: (text: string) => void): Promise<Assembly> => {
	const folder = join(projectRoot, 'cdk.out')
	await mkdir(folder, { recursive: true })
	return withLock(join(folder, 'synth.lock'), async () => {
		const stampFile = join(folder, 'local-stamp.json')
		const sources = sourceHash()
		const stamp = await readFile(stampFile, 'utf8').then(
			(text) => Stamp.safeParse(JSON.parse(text)).data,
			() => undefined,
		)
		if (stamp === undefined || stamp.sources !== sources || stamp.template !== (await templateHash(folder))) {
			notice('Building the stack from its sources, once ...')
			await synthesize(folder)
			await writeFile(stampFile, JSON.stringify({ sources, template: await templateHash(folder) }))
		}
		return {
			folder,
			template: Template.parse(await readJson(join(folder, `${stack}.template.json`))),
			manifest: AssetManifest.parse(await readJson(join(folder, `${stack}.assets.json`))),
		}
	})
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

const templateHash = async (folder: string): Promise<string> => {
	const text = await readFile(join(folder, `${stack}.template.json`), 'utf8').catch(() => '')
	return createHash('sha256').update(text).digest('hex')
}

const synthesize = async (folder: string): Promise<void> => {
	try {
		await promisify(execFile)(process.execPath, [join(projectRoot, 'infra/app.ts')], {
			cwd: projectRoot,
			env: { ...process.env, CDK_OUTDIR: folder },
		})
	} catch (cause) {
		const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
		throw new StartError({
			message: `The stack cannot be synthesized:\n${said.split('\n').slice(-15).join('\n')}`,
			remedy: 'Run `npm ci` if packages are missing; else correct the sources and see `npm run synth`.',
		})
	}
}
