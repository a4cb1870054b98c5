import * as z from '../../../shared/contract/zod.ts'
import { S3Error } from './s3Error.ts'
import { ALGORITHM, requireSignature, scopeOf } from './signature.ts'

const Range = z.tuple([z.literal('content-length-range'), z.int().check(z.minimum(0)), z.int().check(z.minimum(0))])
const Match = z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.regex(/^\$/)), z.string()])
const Policy = z.object({
	expiration: z.iso.datetime(),
	conditions: z.array(z.union([Range, Match, z.record(z.string(), z.string())])),
})

/** Fields that a policy need not speak of, besides those that are called `x-ignore-…`. */
const UNSPOKEN = ['x-amz-signature', 'policy', 'file']

/** What a form may send: under which key, of which type, how many bytes. */
export interface Upload {
	readonly key: string
	readonly type: string
	readonly least: number
	readonly most: number
}

/**
 * Checks the policy that came with a form ("POST Policy", Amazon S3 API Reference): signed by us, not expired, every
 * condition met, and no field that it does not speak of.
 * @param fields by name in small letters; `bucket` is the one that the form was sent to
 * @throws S3Error
 */
export const checkPolicy = (fields: ReadonlyMap<string, string>, now: number): Upload => {
	const encoded = fields.get('policy')
	if (encoded === undefined) throw new S3Error('AccessDenied', 'Nothing here is for everybody: send a signed policy.')
	if (fields.get('x-amz-algorithm') !== ALGORITHM)
		throw new S3Error('AccessDenied', `The algorithm should be ${ALGORITHM}.`)
	requireSignature(fields.get('x-amz-signature') ?? '', encoded, scopeOf(fields.get('x-amz-credential') ?? ''))
	const policy = Policy.safeParse(jsonOf(encoded))
	if (!policy.success) throw new S3Error('InvalidPolicyDocument', z.prettifyError(policy.error))
	if (now >= Date.parse(policy.data.expiration))
		throw new S3Error('AccessDenied', 'Invalid according to Policy: Policy expired.')
	const spoken = new Set<string>()
	let [least, most] = [0, Number.POSITIVE_INFINITY]
	for (const condition of policy.data.conditions) {
		if (!Array.isArray(condition)) {
			for (const [name, value] of Object.entries(condition)) spoken.add(meets(fields, name, 'eq', value))
		} else if (condition[0] === 'content-length-range') [least, most] = [condition[1], condition[2]]
		else spoken.add(meets(fields, condition[1].slice(1), condition[0], condition[2]))
	}
	for (const name of fields.keys())
		if (!spoken.has(name) && !UNSPOKEN.includes(name) && !name.startsWith('x-ignore-') && name !== 'bucket')
			throw new S3Error('AccessDenied', `Invalid according to Policy: Extra input fields: ${name}`)
	if (!spoken.has('bucket') || !spoken.has('key'))
		throw new S3Error('AccessDenied', 'Invalid according to Policy: it should name bucket and key.')
	return { key: fields.get('key') ?? '', type: fields.get('content-type') ?? 'binary/octet-stream', least, most }
}

const meets = (
	fields: ReadonlyMap<string, string>,
	given: string,
	how: 'eq' | 'starts-with',
	value: string,
): string => {
	const name = given.toLowerCase()
	const got = fields.get(name) ?? ''
	if (how === 'eq' ? got === value : got.startsWith(value)) return name
	throw new S3Error(
		'AccessDenied',
		`Invalid according to Policy: Policy Condition failed: ["${how}", "$${given}", "${value}"]`,
	)
}

const jsonOf = (encoded: string): unknown => {
	try {
		return JSON.parse(Buffer.from(encoded, 'base64').toString())
	} catch {
		throw new S3Error('InvalidPolicyDocument', 'The policy is not JSON in base64.')
	}
}
