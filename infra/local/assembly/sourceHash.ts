import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that the template and the bundles are made from; `package-lock.json` stands for what is installed. */
const inputs = [
	'infra/app.ts',
	'infra/stack.ts',
	'infra/constructs',
	'functions',
	'shared',
	'devices/codecs',
	'package-lock.json',
]

/** Changes when synthesis would give something else. Throws if an input cannot be read. */
export const sourceHash = (projectRoot: string): string => {
	const hash = createHash('sha256').update(process.version)
	for (const input of inputs) {
		for (const file of filesUnder(projectRoot, input))
			hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)))
	}
	return hash.digest('hex')
}

const filesUnder = (projectRoot: string, path: string): readonly string[] =>
	statSync(join(projectRoot, path)).isDirectory()
		? readdirSync(join(projectRoot, path))
				.sort()
				.flatMap((name) => filesUnder(projectRoot, join(path, name)))
		: [path]
