import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Where Vite puts the pages; inside their sources, so it is never a source itself. */
export const siteFolder = join(projectRoot, 'web', 'dist')

/** Everything the pages and the document of the API are built from; `package-lock.json` stands for what is installed. */
export const siteSources = [
	'web',
	'infra/site',
	'shared',
	'functions/api',
	'package.json',
	'package-lock.json',
] as const

const made = new Set(['web/dist', 'web/.built'])

/** Changes when one of the files does. Throws if an input cannot be read. */
export const hashOf = (inputs: readonly string[]): string => {
	const hash = createHash('sha256').update(process.version)
	for (const input of inputs) {
		for (const file of filesUnder(input)) hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)))
	}
	return hash.digest('hex')
}

const filesUnder = (path: string): readonly string[] => {
	if (made.has(path)) return []
	if (!statSync(join(projectRoot, path)).isDirectory()) return [path]
	return readdirSync(join(projectRoot, path))
		.sort()
		.flatMap((name) => filesUnder(`${path}/${name}`))
}
