import { join } from 'node:path'
import * as z from '../../../shared/contract/zod.ts'
import { StartError } from '../startError.ts'
import type { ResolvedResource } from './resolveTemplate.ts'

/** The part of `<stack>.assets.json` that says which directory becomes which object. */
export const AssetManifest = z.object({
	files: z.record(
		z.string(),
		z.object({
			source: z.object({ path: z.string(), packaging: z.string() }),
			destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
		}),
	),
})
export type AssetManifest = z.infer<typeof AssetManifest>

const Code = z.object({ Code: z.object({ S3Key: z.string() }) })

/**
 * The directory with the bundled code of a function: the one that a deployment would zip and upload under the key the
 * template names. `assembly` is the cdk.out folder. Throws a StartError naming the function if there is none.
 */
export const codeDirectory = (lambda: ResolvedResource, manifest: AssetManifest, assembly: string): string => {
	const code = Code.safeParse(lambda.properties)
	const file = code.success
		? Object.values(manifest.files).find(
				({ source, destinations }) =>
					source.packaging === 'zip' &&
					Object.values(destinations).some(({ objectKey }) => objectKey === code.data.Code.S3Key),
			)
		: undefined
	if (file === undefined)
		throw new StartError({
			message: `The code of the function ${lambda.logicalId} is not among the assets of ${assembly}.`,
			remedy: 'Delete that folder and start again: it is made anew from the sources.',
		})
	return join(assembly, file.source.path)
}
