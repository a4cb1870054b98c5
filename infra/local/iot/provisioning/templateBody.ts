import * as z from '../../../../shared/contract/zod.ts'

/** The parameter that AWS IoT itself gives a value. */
const certificateParameter = 'AWS::IoT::Certificate::Id'

const Ref = z.strictObject({ Ref: z.string() })
const Text = z.union([z.string(), Ref])
type Text = z.infer<typeof Text>

// Strict: an element that is not evaluated here must not be passed over.
const Resource = z.discriminatedUnion('Type', [
	z.strictObject({
		Type: z.literal('AWS::IoT::Thing'),
		Properties: z.strictObject({ ThingName: Text, AttributePayload: z._default(z.record(z.string(), Text), {}) }),
	}),
	z.strictObject({
		Type: z.literal('AWS::IoT::Certificate'),
		Properties: z.strictObject({
			CertificateId: z.strictObject({ Ref: z.literal(certificateParameter) }),
			Status: z._default(z.enum(['ACTIVE', 'INACTIVE']), 'ACTIVE'),
		}),
	}),
	z.strictObject({
		Type: z.literal('AWS::IoT::Policy'),
		Properties: z.strictObject({ PolicyName: Text }),
	}),
])

const Parameter = z.strictObject({ Type: z.literal('String'), Default: z.optional(z.string()) })

/** The body of a fleet provisioning template, as far as it is evaluated here. */
export const TemplateBody = z.strictObject({
	Parameters: z._default(z.record(z.string(), Parameter), {}),
	Resources: z.record(z.string(), Resource).check(
		z.refine(
			(all) => Object.values(all).filter(({ Type }) => Type === 'AWS::IoT::Thing').length === 1,
			'needs one thing',
		),
		z.refine(
			(all) => Object.values(all).filter(({ Type }) => Type === 'AWS::IoT::Certificate').length === 1,
			'needs one certificate',
		),
	),
	DeviceConfiguration: z._default(z.record(z.string(), z.string()), {}),
})
export type TemplateBody = z.infer<typeof TemplateBody>

/** What a device becomes by a template. */
export type Registration = {
	readonly thingName: string
	readonly attributes: Readonly<Record<string, string>>
	readonly certificateStatus: 'ACTIVE' | 'INACTIVE'
	readonly policies: readonly string[]
}

/**
 * Fills the parameters in.
 * @returns what the device becomes, or which parameter has no value.
 */
export const fillIn = (
	body: TemplateBody,
	given: Readonly<Record<string, string>>,
): Registration | { readonly missing: string } => {
	const missing: string[] = []
	const text = (value: Text): string => {
		if (typeof value === 'string') return value
		const filled = given[value.Ref] ?? body.Parameters[value.Ref]?.Default
		if (filled === undefined) missing.push(value.Ref)
		return filled ?? ''
	}
	let thingName = ''
	let attributes: Record<string, string> = {}
	let certificateStatus: Registration['certificateStatus'] = 'ACTIVE'
	const policies: string[] = []
	for (const resource of Object.values(body.Resources)) {
		switch (resource.Type) {
			case 'AWS::IoT::Thing': {
				const { ThingName, AttributePayload } = resource.Properties
				thingName = text(ThingName)
				attributes = Object.fromEntries(Object.entries(AttributePayload).map(([name, value]) => [name, text(value)]))
				break
			}
			case 'AWS::IoT::Certificate':
				certificateStatus = resource.Properties.Status
				break
			case 'AWS::IoT::Policy':
				policies.push(text(resource.Properties.PolicyName))
		}
	}
	const [first] = missing
	return first === undefined ? { thingName, attributes, certificateStatus, policies } : { missing: first }
}
