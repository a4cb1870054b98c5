import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { currentAssembly } from '../../../infra/local/assembly/assembly.ts'

/** Minified JavaScript of each of our Lambdas in KB (1024 bytes), by its name; synthesizes the stack if it is stale. */
export async function bundleSizes(): Promise<Record<string, number>> {
	const { folder, template, manifest } = await currentAssembly(() => {})
	const sizes: Record<string, number> = {}
	for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
		const name = /^(\w+?)ServiceFunction/.exec(id)?.[1]
		if (Type !== 'AWS::Lambda::Function' || name === undefined) continue
		const code = JSON.stringify(Properties)
		const file = Object.values(manifest.files).find(({ destinations }) =>
			Object.values(destinations).some(({ objectKey }) => code.includes(objectKey)),
		)
		if (!file) throw new Error(`no bundle of ${id} in ${folder}`)
		const bundle = join(folder, file.source.path)
		const files = (await readdir(bundle)).filter((name) => name.endsWith('.mjs'))
		const size = (await Promise.all(files.map((name) => stat(join(bundle, name))))).reduce(
			(sum, one) => sum + one.size,
			0,
		)
		sizes[name.toLowerCase()] = Math.round(size / 102.4) / 10
	}
	return sizes
}
