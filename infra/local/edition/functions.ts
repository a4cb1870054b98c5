import { functionFromTemplate } from '../lambda/functionDefinition.ts'
import type { Invoke } from '../lambda/invokeResult.ts'
import { startFunction } from '../lambda/startFunction.ts'
import { StartError } from '../startError.ts'
import { here } from './options.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Processes for each function, unless the template reserves another number: enough for one machine's load. */
const concurrency = 4

export type Functions = ReadonlyMap<string, Invoke>

/** Makes every function of the template callable, by its ARN. Processes start with the first call. */
export const startFunctions = (
	{ ofType, codeOf }: Prepared,
	endpoints: Readonly<Record<string, string>>,
	log: (functionName: string, line: string) => void,
	teardown: Teardown,
): Functions =>
	new Map(
		ofType('AWS::Lambda::Function').map((resource) => {
			const { reservedConcurrency, ...definition } = functionFromTemplate(resource.logicalId, resource.properties)
			const lambda = startFunction({
				...definition,
				name: resource.name,
				arn: resource.arn,
				region: here.region,
				assetDir: codeOf(resource),
				endpoints,
				concurrency: reservedConcurrency ?? concurrency,
				log,
			})
			teardown.add(`function ${resource.name}`, lambda.close)
			return [resource.arn, lambda.invoke]
		}),
	)

/** The function that a resource names, by ARN or name. Throws a StartError naming both if there is none. */
export const functionNamed = (functions: Functions, nameOrArn: string, by: string): Invoke => {
	const found = [...functions].find(([arn]) => arn === nameOrArn || arn.endsWith(`:function:${nameOrArn}`))
	if (found !== undefined) return found[1]
	throw new StartError({
		message: `${by} calls ${nameOrArn}, which is no function of the stack.`,
		remedy: 'Correct the stack.',
	})
}
