import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, templateNumber, withoutEffectHere } from '../resourceProperties.ts'

/** Who else may send with a browser. */
export interface CorsRule {
	readonly origins: readonly string[]
	readonly methods: readonly string[]
	/** How long a browser may remember the answer, seconds. */
	readonly maxAge?: number | undefined
}

/** Objects below the prefix go after so many days. */
export interface ExpiryRule {
	readonly prefix: string
	readonly days: number
}

export interface BucketDefinition {
	readonly name: string
	readonly cors: readonly CorsRule[]
	readonly expiry: readonly ExpiryRule[]
}

/** All true: what is here is served to whoever has a signature, and to nobody else. */
const NothingPublic = z.strictObject({
	BlockPublicAcls: z.literal(true),
	BlockPublicPolicy: z.literal(true),
	IgnorePublicAcls: z.literal(true),
	RestrictPublicBuckets: z.literal(true),
})

const Properties = z.strictObject({
	BucketName: z.optional(z.string()),
	BucketEncryption: withoutEffectHere,
	OwnershipControls: withoutEffectHere,
	Tags: withoutEffectHere,
	PublicAccessBlockConfiguration: NothingPublic,
	CorsConfiguration: z._default(
		z.strictObject({
			CorsRules: z.array(
				z.pipe(
					z.strictObject({
						AllowedOrigins: z.array(z.string()),
						AllowedMethods: z.array(z.string()),
						MaxAge: z.optional(templateNumber),
					}),
					z.transform(
						(rule): CorsRule => ({
							origins: rule.AllowedOrigins,
							methods: rule.AllowedMethods,
							maxAge: rule.MaxAge,
						}),
					),
				),
			),
		}),
		{ CorsRules: [] },
	),
	LifecycleConfiguration: z._default(
		z.strictObject({
			Rules: z.array(
				z.pipe(
					z.strictObject({
						Id: z.optional(z.string()),
						Prefix: z.string(),
						Status: z.literal('Enabled'),
						ExpirationInDays: templateNumber,
					}),
					z.transform((rule): ExpiryRule => ({ prefix: rule.Prefix, days: rule.ExpirationInDays })),
				),
			),
		}),
		{ Rules: [] },
	),
})

/** Throws a StartError naming what the local buckets cannot do. */
export const bucketFromTemplate = (logicalId: string, name: string, properties: unknown): BucketDefinition => {
	const parsed = parseResourceProperties(Properties, logicalId, 'AWS::S3::Bucket', properties)
	return { name, cors: parsed.CorsConfiguration.CorsRules, expiry: parsed.LifecycleConfiguration.Rules }
}
