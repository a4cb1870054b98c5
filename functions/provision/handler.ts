import middy from '@middy/core'
import { type ProvisioningAnswer, ProvisioningRequest } from '../../shared/contract/registry/provisioning.ts'
import * as z from '../../shared/contract/zod.ts'
import { EmfMeter } from '../adapters/lambda/emfMeter.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { log } from '../adapters/lambda/log.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoProvisionings } from '../adapters/tables/dynamoProvisionings.ts'
import { DynamoRegistry } from '../adapters/tables/dynamoRegistry.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import { provision } from './provision.ts'

const env = environment({ [tables.registry.env]: z.string(), AWS_LAMBDA_FUNCTION_NAME: z.string() })
const client = dynamoClient()
const ports = {
	registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
	provisionings: new DynamoProvisionings(client, env.REGISTRY_TABLE),
	now: Date.now,
}
const meter = new EmfMeter(env.AWS_LAMBDA_FUNCTION_NAME, Date.now)

/** Called by AWS IoT, which takes a failure, or no answer within five seconds, for a refusal. */
export const handler = middy().handler(async (event: unknown): Promise<ProvisioningAnswer> => {
	const request = ProvisioningRequest.parse(event)
	const decision = await provision(ports, request)
	const { certificateId: certificate, claimCertificateId: claim, clientId } = request
	if (!decision.allowed) {
		log.warn('a device was refused a certificate', { reason: decision.reason, certificate, claim, clientId })
		meter.record({ certificatesRefused: 1 })
		return { allowProvisioning: false }
	}
	log.info('a device gets a certificate', { device: decision.device, certificate, claim, clientId })
	return { allowProvisioning: true, parameterOverrides: decision.overrides }
})
