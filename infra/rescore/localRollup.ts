import { tables } from '../../functions/adapters/tables/tableKeys.ts'
import { currentAssembly } from '../local/assembly/assembly.ts'
import { here } from '../local/edition/options.ts'
import { type LocalFunction, startFunction } from '../local/lambda/startFunction.ts'
import type { RunningEdition } from '../local/runningEdition.ts'
import { StartError } from '../local/startError.ts'
import { codeDirectory } from '../local/template/functionAssets.ts'

const timeoutSeconds = 900
const memorySize = 1024

/**
 * The rollup function in a process of its own, on the tables of the edition that runs: the same bundle that the edition calls by
 * the clock. Both may work at once. Throws a StartError when the stack has no such function.
 */
export const localRollup = async (
	{ endpoints, tables: names }: RunningEdition,
	log: (line: string) => void,
): Promise<LocalFunction> => {
	const { folder, template, manifest } = await currentAssembly(log)
	const [logicalId, resource] =
		Object.entries(template.Resources).find(
			([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith('RollupServiceFunction'),
		) ?? []
	if (logicalId === undefined || resource === undefined)
		throw new StartError({ message: 'The stack has no rollup function.', remedy: 'Correct the stack.' })
	const name = 'rescore'
	const arn = `arn:${here.partition}:lambda:${here.region}:${here.accountId}:function:${name}`
	const lambda = { logicalId, name, arn, ref: name, type: resource.Type, properties: resource.Properties ?? {} }
	return startFunction({
		name,
		arn,
		region: here.region,
		assetDir: codeDirectory(lambda, manifest, folder),
		handler: 'index.handler',
		memorySize,
		timeoutSeconds,
		concurrency: 1,
		environment: Object.fromEntries(
			(['registry', 'telemetry', 'scores', 'tasks'] as const).map((table) => [tables[table].env, names[table]]),
		),
		endpoints: { AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb, AWS_ENDPOINT_URL_SQS: endpoints.sqs },
		log: (_, line) => log(line),
	})
}
