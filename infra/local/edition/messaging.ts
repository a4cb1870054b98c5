import * as z from '../../../shared/contract/zod.ts'
import { ensureClaimCertificate } from '../claimCertificate.ts'
import { type Broker, startBroker } from '../iot/broker.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { startDataPlane } from '../iot/dataPlane.ts'
import { openLooseCertificates } from '../iot/looseCertificates.ts'
import { shadowService } from '../iot/shadow/shadowService.ts'
import { openShadows } from '../iot/shadow/shadows.ts'
import type { Deliver, RuleDefinition } from '../iot/topicRules.ts'
import type { QueueService } from '../queue/queueService.ts'
import { parseResourceProperties, templateBoolean, withoutEffectHere } from '../resourceProperties.ts'
import { StartError } from '../startError.ts'
import type { Functions } from './functions.ts'
import { here } from './options.ts'
import type { Prepared } from './prepare.ts'
import { provisioningServices } from './provisioning.ts'
import { readOutputs } from './readOutputs.ts'
import type { Teardown } from './teardown.ts'

const SqsAction = z.strictObject({
	Sqs: z.strictObject({ QueueUrl: z.string(), RoleArn: z.string(), UseBase64: z._default(templateBoolean, false) }),
})

const TopicRule = z.strictObject({
	RuleName: z.optional(z.string()),
	Tags: withoutEffectHere,
	TopicRulePayload: z.strictObject({
		Sql: z.string(),
		AwsIotSqlVersion: z.string(),
		Description: withoutEffectHere,
		RuleDisabled: z._default(templateBoolean, false),
		Actions: z.array(SqsAction),
		ErrorAction: z.optional(SqsAction),
	}),
})

const Policy = z.strictObject({
	PolicyName: z.optional(z.string()),
	PolicyDocument: z.unknown(),
	Tags: withoutEffectHere,
})

/**
 * Starts the MQTT broker with the template's policies, rules and provisioning templates, and the data plane beside it;
 * makes the claim certificate at the first start.
 */
export const startMessaging = async (
	{ ofType, ports, outputs }: Prepared,
	dataFolder: string,
	queues: QueueService,
	functions: Functions,
	log: (line: string) => void,
	teardown: Teardown,
): Promise<Broker> => {
	const rules = ofType('AWS::IoT::TopicRule').map(({ logicalId, name, type, properties }): RuleDefinition => {
		const { TopicRulePayload: rule } = parseResourceProperties(TopicRule, logicalId, type, properties)
		for (const { Sqs } of [...rule.Actions, ...(rule.ErrorAction ? [rule.ErrorAction] : [])])
			if (queueOf(Sqs.QueueUrl, queues) === undefined) throw noSuchQueue(logicalId, Sqs.QueueUrl)
		return {
			ruleName: name,
			sql: rule.Sql,
			awsIotSqlVersion: rule.AwsIotSqlVersion,
			ruleDisabled: rule.RuleDisabled,
			actions: rule.Actions,
			errorAction: rule.ErrorAction,
		}
	})
	const policies = ofType('AWS::IoT::Policy').map(({ logicalId, name, type, properties }) => [
		name,
		parseResourceProperties(Policy, logicalId, type, properties).PolicyDocument,
	])
	const { provisioning } = readOutputs(outputs)
	const authority = await openCertificateAuthority(dataFolder)
	await ensureClaimCertificate(dataFolder, authority, openLooseCertificates(dataFolder), provisioning.policy)
	const shadows = openShadows(dataFolder, Date.now)
	const broker = await startBroker({
		dataDir: dataFolder,
		port: ports.mqtt,
		region: here.region,
		partition: here.partition,
		account: here.accountId,
		policies: Object.fromEntries(policies),
		rules,
		deliver: sendTo(queues),
		services: [...(await provisioningServices({ ofType }, functions, dataFolder, log)), shadowService(shadows)],
		log,
	})
	teardown.add('MQTT broker', broker.close)
	const dataPlane = await startDataPlane({
		port: ports.iotData,
		publish: broker.publish,
		shadows: { of: shadows, tell: broker.tell },
		log,
	})
	teardown.add('IoT data plane', dataPlane.close)
	return broker
}

const sendTo =
	(queues: QueueService): Deliver =>
	async (action, body) => {
		const { QueueUrl, UseBase64 } = SqsAction.parse(action).Sqs
		const queue = queueOf(QueueUrl, queues)
		if (queue === undefined) throw new Error(`There is no queue ${QueueUrl}`)
		await queues.send(queue, Buffer.from(body).toString(UseBase64 ? 'base64' : 'utf8'))
	}

/** A queue's URL ends with its name. */
const queueOf = (url: string, { definitions }: QueueService): string | undefined =>
	definitions.find(({ name }) => url.endsWith(`/${name}`))?.name

const noSuchQueue = (rule: string, url: string) =>
	new StartError({
		message: `The rule ${rule} sends to ${url}, which is no queue of the stack.`,
		remedy: 'Correct the stack.',
	})
