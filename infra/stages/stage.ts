import * as z from '../../shared/contract/zod.ts'

const Text = z.string().check(z.minLength(1))

const Capacity = z
	.strictObject({ min: z.int().check(z.minimum(1)), max: z.int().check(z.minimum(1)) })
	.check(z.refine(({ min, max }) => min <= max, { error: 'min may not be more than max', path: ['min'] }))

/** Capacity of one table in DynamoDB's units a second: it scales between the two, at 70 % of use. */
const TableCapacity = z.strictObject({ read: Capacity, write: Capacity })

const SignIn = z.discriminatedUnion('by', [
	/** Issuer and audience are parameters of the deployment. */
	z.strictObject({ by: z.literal('parameters') }),
	/** Any OpenID Connect issuer; what is given here is the preset of the parameter. */
	z.strictObject({
		by: z.literal('issuer'),
		issuer: z.url({ protocol: /^https$/ }),
		audience: Text,
		clientId: Text,
		scopes: z._default(Text, 'openid profile'),
		apiToken: z._default(z.enum(['access_token', 'id_token']), 'access_token'),
		/** Its endpoints' origins, where they are not the issuer's own. */
		origins: z._default(z.array(z.url()), []),
		/** Which of its claims say what we need to know (functions/api/http/claims.ts). */
		claims: z._default(z.record(z.string(), z.unknown()), {}),
	}),
	/** A user pool that the stack makes; `domain` is the first part of its sign-in address, unique in the region. */
	z.strictObject({
		by: z.literal('cognito'),
		domain: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)),
		/** Where the pages are opened, for the way back from the sign-in: https://… without a slash at the end. */
		pages: z.array(z.url()).check(z.minLength(1)),
	}),
])

const Fields = z.strictObject({
	/** What it is for, for the people who choose one. */
	description: Text,
	partition: z._default(z.enum(['aws', 'aws-cn']), 'aws'),
	/** Left out, the template fits every region of the global partition. China needs one. */
	region: z.optional(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/))),
	/** Of several deployments in one account and region: added to the names that must be unique there. */
	cell: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9]{0,11}$/))),
	signIn: z._default(SignIn, { by: 'parameters' }),
	/** Who hears of the service's own alarms; each confirms by e-mail. */
	operators: z.prefault(z.strictObject({ emails: z._default(z.array(z.email()), []) }), {}),
	retention: z.prefault(
		z.strictObject({
			readingsDays: z._default(z.int().check(z.minimum(40), z.maximum(3650)), 400),
			/** How old a reading may be when it comes. */
			acceptedAgeDays: z._default(z.int().check(z.minimum(1), z.maximum(60)), 7),
			logDays: z._default(z.literal([7, 14, 30, 60, 90, 180, 365]), 30),
		}),
		{},
	),
	/** Node 22 where a region has no 24 yet. */
	runtime: z._default(z.enum(['nodejs24.x', 'nodejs22.x']), 'nodejs24.x'),
	billing: z._default(
		z.discriminatedUnion('mode', [
			z.strictObject({ mode: z.literal('on-demand') }),
			z.strictObject({
				mode: z.literal('provisioned'),
				registry: TableCapacity,
				telemetry: TableCapacity,
				scores: TableCapacity,
				tasks: TableCapacity,
			}),
		]),
		{ mode: 'on-demand' },
	),
	/** What stands between the devices' messages and ingest: a queue, or a stream of so many shards, keyed by device. */
	intake: z._default(
		z.discriminatedUnion('by', [
			z.strictObject({ by: z.literal('queue') }),
			z.strictObject({ by: z.literal('stream'), shards: z.int().check(z.minimum(1), z.maximum(200)) }),
		]),
		{ by: 'queue' },
	),
	/** Tags on everything that can be tagged, for the bill. */
	tags: z._default(z.record(z.string(), z.string()), {}),
})

const isChina = (region: string): boolean => region.startsWith('cn-')

/** How one deployment is to be: a file in this folder, or of the customer's. */
export const Stage = Fields.check(
	z.superRefine(({ partition, region, signIn, retention }, context) => {
		const fault = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message })
		if (partition === 'aws-cn' && region === undefined)
			fault(['region'], 'China needs one: cn-north-1 or cn-northwest-1')
		if (region !== undefined && isChina(region) !== (partition === 'aws-cn'))
			fault(['region'], `${region} is not in the partition ${partition}`)
		if (partition === 'aws-cn' && signIn.by === 'cognito')
			fault(['signIn', 'by'], 'China has no Cognito user pools: give an issuer of your own ("issuer" or "parameters")')
		if (signIn.by === 'cognito' && region === undefined)
			fault(['region'], 'a user pool needs one, because its sign-in address names it')
		if (retention.acceptedAgeDays > retention.readingsDays)
			fault(['retention', 'acceptedAgeDays'], 'is more than readingsDays: a reading would be forgotten before it came')
	}),
)
export type Stage = z.infer<typeof Stage>
