import { ProvisioningAnswer, type ProvisioningRequest } from '../../../../shared/contract/registry/provisioning.ts'
import * as z from '../../../../shared/contract/zod.ts'
import type { Certified } from '../certificateAuthority.ts'
import { readJson } from '../jsonPayload.ts'
import { type MqttService, rejected, type ServiceReply } from '../mqttService.ts'
import { ThingName } from '../thing.ts'
import type { ThingRegistry } from '../thingRegistry.ts'
import type { PendingCertificates } from './pendingCertificates.ts'
import { fillIn, type Registration, type TemplateBody } from './templateBody.ts'

/** What a hook is told. */
type HookEvent = ProvisioningRequest & { readonly certificatePem: string; readonly templateArn: string }

/** A provisioning template of the stack, with its hook. */
export type ProvisioningTemplate = {
	readonly name: string
	readonly arn: string
	readonly enabled: boolean
	readonly body: TemplateBody
	/** Rejects when the function fails or is too slow. */
	readonly hook: (event: HookEvent) => Promise<unknown>
}

const Request = z.object({
	certificateOwnershipToken: z._default(z.string(), ''),
	parameters: z._default(z.record(z.string(), z.string()), {}),
})

/** RegisterThing of one template: asks the hook, then makes the thing and attaches certificate and policies to it. */
export const registerThing = (
	template: ProvisioningTemplate,
	things: ThingRegistry,
	pending: PendingCertificates,
	log: (line: string) => void,
): MqttService => {
	const requestTopic = `$aws/provisioning-templates/${template.name}/provision/json`
	return {
		takes: (topic) => topic === requestTopic,
		answer: async ({ topic, payload, principal }): Promise<readonly ServiceReply[]> => {
			const parsed = Request.safeParse(readJson(payload))
			if (!parsed.success)
				return [rejected(topic, 400, 'InvalidPayload', z.prettifyError(parsed.error).replaceAll('\n', ' '))]
			const { certificateOwnershipToken: token, parameters } = parsed.data
			if (token === '')
				return [
					rejected(topic, 400, 'InvalidCertificateOwnershipToken', 'Certificate ownership token cannot be empty.'),
				]
			const certificate = pending.find(token)
			if (!certificate)
				return [
					rejected(topic, 400, 'InvalidCertificateOwnershipToken', 'The token is unknown, or older than an hour.'),
				]
			if (!template.enabled)
				return [rejected(topic, 400, 'InvalidTemplate', `Template ${template.name} is not enabled.`)]

			const { certificateId: claimCertificateId, clientId } = principal
			const { certificateId, certificatePem } = certificate
			const event = {
				claimCertificateId,
				certificateId,
				certificatePem,
				templateArn: template.arn,
				clientId,
				parameters,
			}
			const answer = await ask(template, event, log)
			if (!answer?.allowProvisioning) return [rejected(topic, 403, 'AccessDenied', 'Access Denied')]
			const registration = fillIn(template.body, { ...parameters, ...answer.parameterOverrides })
			if ('missing' in registration)
				return [rejected(topic, 400, 'InvalidParameters', `The parameter ${registration.missing} has no value.`)]
			await attach(things, registration, certificate)
			log(`${registration.thingName} was provisioned with certificate ${certificateId}`)
			const reply = { deviceConfiguration: template.body.DeviceConfiguration, thingName: registration.thingName }
			return [{ topic: `${topic}/accepted`, payload: reply, to: 'requester' }]
		},
	}
}

/** As AWS IoT takes it: a hook that fails, or answers otherwise than agreed, has refused. */
const ask = async (
	{ hook, name }: ProvisioningTemplate,
	event: HookEvent,
	log: (line: string) => void,
): Promise<ProvisioningAnswer | undefined> => {
	try {
		return ProvisioningAnswer.parse(await hook(event))
	} catch (fault) {
		log(`the hook of template ${name} failed: ${fault instanceof Error ? fault.message : String(fault)}`)
		return undefined
	}
}

/**
 * Safe to repeat: a certificate that the thing has already keeps its status, also where it was revoked meanwhile. A thing
 * that exists keeps its other certificates and attributes, as with AWS IoT's defaults.
 */
const attach = async (
	things: ThingRegistry,
	{ thingName, attributes, certificateStatus, policies }: Registration,
	{ certificateId, madeAt }: Certified,
): Promise<void> => {
	await things.update(ThingName.parse(thingName), (known) => ({
		name: thingName,
		attributes: { ...known?.attributes, ...attributes },
		certificates: known?.certificates.some(({ id }) => id === certificateId)
			? known.certificates
			: [...(known?.certificates ?? []), { id: certificateId, status: certificateStatus, madeAt }],
		policies: [...new Set([...(known?.policies ?? []), ...policies])],
	}))
}
