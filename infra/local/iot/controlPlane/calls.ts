import type { IncomingHttpHeaders } from 'node:http'
import * as z from '../../../../shared/contract/zod.ts'
import { CertificateStatus, Thing, ThingName } from '../thing.ts'
import {
	attachPolicy,
	attachThing,
	createFromCsr,
	findCertificate,
	type Identities,
	invalid,
	setStatus,
} from './certificates.ts'
import { certificatesOfThing, createThing, updateThing } from './things.ts'

type Asked = {
	readonly of: Identities
	readonly arnPrefix: string
	/** What the path names. */
	readonly name: string
	readonly query: URLSearchParams
	readonly headers: IncomingHttpHeaders
	readonly body: unknown
}

type Call = {
	readonly method: string
	readonly path: RegExp
	readonly run: (asked: Asked) => Promise<object>
}

const Csr = z.object({ certificateSigningRequest: z.string().check(z.minLength(1)) })
const Attributes = z.object({
	attributePayload: z._default(
		z.object({ attributes: Thing.shape.attributes, merge: z._default(z.boolean(), false) }),
		{ attributes: {}, merge: false },
	),
})
const Target = z.object({ target: z.string() })
const CertificateArn = z
	.string()
	.check(z.regex(/^arn:[^:]+:iot:[^:]*:\d+:cert\/[0-9a-f]{64}$/, 'the ARN of a certificate'))

/** Paths and forms as in https://docs.aws.amazon.com/iot/latest/apireference/ */
export const calls: readonly Call[] = [
	{
		method: 'POST',
		path: /^\/certificates$/,
		run: async ({ of, arnPrefix, query, body }) => {
			const csr = read(Csr, body).certificateSigningRequest
			const { certificateId, certificatePem } = await createFromCsr(of, csr, query.get('setAsActive') === 'true')
			return { certificateArn: `${arnPrefix}cert/${certificateId}`, certificateId, certificatePem }
		},
	},
	{
		method: 'GET',
		path: /^\/certificates\/([^/]+)$/,
		run: async ({ of, arnPrefix, name: certificateId }) => {
			const { status, madeAt } = await findCertificate(of, certificateId)
			// Seconds, as AWS's JSON has times.
			const creationDate = madeAt === undefined ? undefined : Date.parse(madeAt) / 1000
			const certificateArn = `${arnPrefix}cert/${certificateId}`
			return { certificateDescription: { certificateArn, certificateId, status, creationDate } }
		},
	},
	{
		method: 'PUT',
		path: /^\/certificates\/([^/]+)$/,
		run: async ({ of, name, query }) => {
			await setStatus(of, name, read(CertificateStatus, query.get('newStatus')))
			return {}
		},
	},
	{
		method: 'POST',
		path: /^\/things\/([^/]+)$/,
		run: async ({ of, arnPrefix, name, body }) => {
			const thingName = read(ThingName, name)
			await createThing(of, thingName, read(Attributes, body).attributePayload.attributes)
			return { thingName, thingArn: `${arnPrefix}thing/${thingName}` }
		},
	},
	{
		method: 'PATCH',
		path: /^\/things\/([^/]+)$/,
		run: async ({ of, name, body }) => {
			const { attributes, merge } = read(Attributes, body).attributePayload
			await updateThing(of, read(ThingName, name), attributes, merge)
			return {}
		},
	},
	{
		method: 'PUT',
		path: /^\/target-policies\/([^/]+)$/,
		run: async ({ of, name, body }) => {
			await attachPolicy(of, name, certificateIn(read(Target, body).target))
			return {}
		},
	},
	{
		method: 'PUT',
		path: /^\/things\/([^/]+)\/principals$/,
		run: async ({ of, name, headers }) => {
			await attachThing(of, read(ThingName, name), certificateIn(headers['x-amzn-principal']))
			return {}
		},
	},
	{
		method: 'GET',
		path: /^\/things\/([^/]+)\/principals$/,
		// All at once: a thing here has no more than a page of them.
		run: async ({ of, arnPrefix, name }) => {
			const ids = await certificatesOfThing(of, read(ThingName, name))
			return { principals: ids.map((id) => `${arnPrefix}cert/${id}`) }
		},
	},
]

const read = <T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> => {
	const parsed = schema.safeParse(value)
	if (parsed.success) return parsed.data
	throw invalid(z.prettifyError(parsed.error).replaceAll('\n', ' '))
}

const certificateIn = (arn: unknown): string => read(CertificateArn, arn).slice(-64)
