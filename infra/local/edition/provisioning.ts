import { setTimeout } from 'node:timers/promises'
import { jsonText } from '../../../shared/contract/text/jsonText.ts'
import * as z from '../../../shared/contract/zod.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import type { MqttService } from '../iot/mqttService.ts'
import { createCertificate } from '../iot/provisioning/createCertificate.ts'
import { pendingCertificates } from '../iot/provisioning/pendingCertificates.ts'
import { type ProvisioningTemplate, registerThing } from '../iot/provisioning/registerThing.ts'
import { TemplateBody } from '../iot/provisioning/templateBody.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import type { Invoke } from '../lambda/invokeResult.ts'
import { parseResourceProperties, templateBoolean, withoutEffectHere } from '../resourceProperties.ts'
import type { ResolvedResource } from '../template/resolveTemplate.ts'
import { type Functions, functionNamed } from './functions.ts'
import type { Prepared } from './prepare.ts'

/** https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html */
const hookPatienceMs = 5000

const Template = z.strictObject({
	TemplateName: z.optional(z.string()),
	TemplateType: z._default(z.literal('FLEET_PROVISIONING'), 'FLEET_PROVISIONING'),
	Enabled: z._default(templateBoolean, false),
	TemplateBody: jsonText(TemplateBody),
	PreProvisioningHook: z.strictObject({ TargetArn: z.string(), PayloadVersion: z.literal('2020-04-01') }),
	Description: withoutEffectHere,
	ProvisioningRoleArn: withoutEffectHere,
	Tags: withoutEffectHere,
})

/**
 * What devices fetch their certificates by, with the template's own hook.
 * @throws StartError for a provisioning template that is not evaluated here, or whose hook does not exist
 */
export const provisioningServices = async (
	{ ofType }: Pick<Prepared, 'ofType'>,
	functions: Functions,
	dataFolder: string,
	log: (line: string) => void,
): Promise<MqttService[]> => {
	const pending = pendingCertificates(Date.now)
	const things = await openThingRegistry(dataFolder)
	const templates = ofType('AWS::IoT::ProvisioningTemplate').map((resource) => templateOf(resource, functions))
	return [
		createCertificate(await openCertificateAuthority(dataFolder), pending),
		...templates.map((template) => registerThing(template, things, pending, log)),
	]
}

const templateOf = (
	{ logicalId, type, name, arn, properties }: ResolvedResource,
	functions: Functions,
): ProvisioningTemplate => {
	const { Enabled, TemplateBody, PreProvisioningHook } = parseResourceProperties(Template, logicalId, type, properties)
	const invoke = functionNamed(functions, PreProvisioningHook.TargetArn, logicalId)
	return { name, arn, enabled: Enabled, body: TemplateBody, hook: (event) => patiently(invoke, event) }
}

const patiently = async (invoke: Invoke, event: unknown): Promise<unknown> => {
	const waiting = new AbortController()
	const late = setTimeout(hookPatienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)
	const result = await Promise.race([invoke(event), late])
	waiting.abort()
	if (result === undefined) throw new Error(`no answer within ${hookPatienceMs} ms`)
	if (!result.ok) throw new Error(`${result.errorType}: ${result.errorMessage}`)
	return result.payload
}
