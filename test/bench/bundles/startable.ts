import { join } from 'node:path'
import { here } from '../../../infra/local/edition/options.ts'
import { prepare } from '../../../infra/local/edition/prepare.ts'
import { functionFromTemplate } from '../../../infra/local/lambda/functionDefinition.ts'
import { functionEnvironment } from '../../../infra/local/lambda/functionEnvironment.ts'
import type { Startable } from './startCpu.ts'

/** Each of our Lambdas with the environment that the template gives it here. */
export async function startableBundles(dataFolder: string): Promise<Startable[]> {
	const ports = { http: 0, mqtt: 0 }
	const prepared = await prepare({ dataFolder, ports, empty: true, historyDays: 0, say: () => {} })
	return prepared.ofType('AWS::Lambda::Function').flatMap((resource) => {
		const name = /^(\w+?)ServiceFunction/.exec(resource.logicalId)?.[1]?.toLowerCase()
		if (name === undefined) return []
		const assetDir = prepared.codeOf(resource)
		const { environment, ...definition } = functionFromTemplate(resource.logicalId, resource.properties)
		const identity = { ...definition, name: resource.name, arn: resource.arn, region: here.region, assetDir }
		return [{ name, file: join(assetDir, 'index.mjs'), environment: functionEnvironment(identity, environment, {}) }]
	})
}
