import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentAssembly } from '../../infra/local/assembly/assembly.ts'
import * as z from '../../shared/contract/zod.ts'

const Properties = z.record(z.string(), z.unknown())
const Parsed = z.object({
	Resources: z.record(
		z.string(),
		z.object({ Type: z.string(), Properties: z._default(Properties, {}), DeletionPolicy: z.optional(z.string()) }),
	),
	Outputs: z.record(z.string(), z.unknown()),
	Parameters: z.record(z.string(), z.unknown()),
})

export type Resource = { readonly id: string } & z.infer<typeof Parsed>['Resources'][string]

/** A template, to ask questions of. */
export const synthesizedFrom = (text: string) => {
	const { Resources, Outputs, Parameters } = Parsed.parse(JSON.parse(text))
	const resources = Object.entries(Resources).map(([id, resource]): Resource => ({ id, ...resource }))
	return {
		text,
		resources,
		outputs: Outputs,
		parameters: Parameters,
		ofType: (type: string): readonly Resource[] => resources.filter((resource) => resource.Type === type),
		/** The one resource whose id starts so. */
		the: (prefix: string): Resource => {
			const [found, ...others] = resources.filter(({ id }) => id.replace(/[0-9A-F]{8}$/, '') === prefix)
			if (found === undefined || others.length > 0) throw new Error(`${prefix}: ${others.length + 1} or no resources`)
			return found
		},
	}
}

export type Synthesized = ReturnType<typeof synthesizedFrom>

const open = (folder: string, stack: string): Synthesized =>
	synthesizedFrom(readFileSync(join(folder, `${stack}.template.json`), 'utf8'))

/** The templates as `npm run synth` writes them, for the global and the China partition. */
export const synthesized = async (): Promise<{ readonly global: Synthesized; readonly china: Synthesized }> => {
	const { folder } = await currentAssembly(() => {})
	return { global: open(folder, 'GreenCourtyard'), china: open(folder, 'GreenCourtyardChina') }
}
