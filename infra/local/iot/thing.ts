import * as z from '../../../shared/contract/zod.ts'

/** AWS allows ":" too; it cannot be part of a file's name everywhere. */
export const ThingName = z
	.string()
	.check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, 'a thing name has 1 to 128 letters, digits, "-" or "_"'))

export const CertificateStatus = z.enum(['ACTIVE', 'INACTIVE', 'REVOKED'])
export type CertificateStatus = z.infer<typeof CertificateStatus>

/** Letters and length as AWS IoT takes them (CreateThing, AttributePayload). */
const attributeName = z.string().check(z.regex(/^[A-Za-z0-9_.,@/:#-]{1,128}$/))
const attributeValue = z.string().check(z.regex(/^[A-Za-z0-9_.,@/:#=[\]-]{0,800}$/))

const certificateId = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Nobody noted it at first. */
const madeAt = z.optional(z.iso.datetime())

/** A thing with the certificates attached to it and the policies attached to those. */
export const Thing = z.strictObject({
	name: ThingName,
	attributes: z._default(z.record(attributeName, attributeValue), {}),
	certificates: z._default(
		z.array(
			z.strictObject({
				id: certificateId,
				status: CertificateStatus,
				madeAt,
				/** The certificate that takes its place: connected with that one, the device needs this one no more. */
				replacedBy: z.optional(certificateId),
			}),
		),
		[],
	),
	/** Names of policies. */
	policies: z._default(z.array(z.string().check(z.minLength(1))), []),
})
export type Thing = z.infer<typeof Thing>

/** A certificate that is attached to no thing, with its policies: a claim certificate. */
export const LooseCertificate = z.strictObject({
	id: certificateId,
	status: CertificateStatus,
	madeAt,
	policies: z.array(z.string().check(z.minLength(1))),
})
export type LooseCertificate = z.infer<typeof LooseCertificate>
