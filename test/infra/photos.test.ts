import { beforeAll, describe, expect, it } from 'vitest'
import * as z from '../../shared/contract/zod.ts'
import { type Synthesized, synthesized } from './synthesized.ts'

let both: Synthesized[]
beforeAll(async () => {
	const { global, china } = await synthesized()
	both = [global, china]
})

const Policy = z.object({
	Statement: z.array(
		z.object({
			Effect: z.string(),
			Action: z.pipe(
				z.union([z.string(), z.array(z.string())]),
				z.transform((action) => [action].flat()),
			),
			Resource: z.unknown(),
		}),
	),
})

describe('the bucket of photos, in both partitions,', () => {
	it('is open to nobody, encrypted, without old versions, and outlives the stack', () => {
		for (const stack of both) {
			expect(stack.ofType('AWS::S3::Bucket')).toHaveLength(1)
			expect(stack.the('PhotosBucket')).toMatchObject({
				DeletionPolicy: 'Retain',
				Properties: {
					PublicAccessBlockConfiguration: {
						BlockPublicAcls: true,
						BlockPublicPolicy: true,
						IgnorePublicAcls: true,
						RestrictPublicBuckets: true,
					},
					OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
					BucketEncryption: {
						ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
					},
				},
			})
			expect(stack.the('PhotosBucket').Properties).not.toHaveProperty('VersioningConfiguration')
		}
	})

	it('speaks TLS only, and its policy allows nobody anything', () => {
		for (const stack of both) {
			const [policy, ...more] = stack.ofType('AWS::S3::BucketPolicy')
			expect(more).toEqual([])
			expect(policy?.Properties.PolicyDocument).toMatchObject({
				Statement: [
					{
						Effect: 'Deny',
						Action: 's3:*',
						Principal: { AWS: '*' },
						Condition: { Bool: { 'aws:SecureTransport': 'false' } },
					},
				],
			})
			expect(Policy.parse(policy?.Properties.PolicyDocument).Statement).toHaveLength(1)
		}
	})

	it('forgets what was never attached after a day, and what residents sent before 90 days are over', () => {
		for (const stack of both)
			expect(stack.the('PhotosBucket').Properties.LifecycleConfiguration).toEqual({
				Rules: [
					expect.objectContaining({ Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' }),
					expect.objectContaining({ Prefix: 'reports/', ExpirationInDays: 89, Status: 'Enabled' }),
				],
			})
	})

	it('is sent to by pages of the site and of nowhere else', () => {
		for (const stack of both) {
			const site = {
				'Fn::If': [
					expect.stringContaining('HasPagesUrl'),
					{ Ref: 'PagesUrl' },
					{ 'Fn::GetAtt': [stack.the('ApiHttp').id, 'ApiEndpoint'] },
				],
			}
			expect(stack.the('PhotosBucket').Properties.CorsConfiguration).toEqual({
				CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: [site], MaxAge: 3600 }],
			})
		}
	})

	it('is read and written by the API alone, folder by folder; nobody lists or deletes', () => {
		for (const stack of both) {
			const grants = stack.ofType('AWS::IAM::Policy').flatMap(({ id, Properties }) =>
				Policy.parse(Properties.PolicyDocument)
					.Statement.filter(({ Action }) => Action.some((action) => action.startsWith('s3:')))
					.map((statement) => ({ id, ...statement })),
			)
			const inFolder = (folder: string) => ({
				'Fn::Join': ['', [{ 'Fn::GetAtt': [stack.the('PhotosBucket').id, 'Arn'] }, `/${folder}/*`]],
			})
			expect(grants).toEqual([
				{
					id: expect.stringMatching(/^ApiServiceRoleDefaultPolicy/),
					Effect: 'Allow',
					Action: ['s3:GetObject', 's3:PutObject'],
					Resource: expect.arrayContaining(['incoming', 'reports', 'evidence'].map(inFolder)),
				},
			])
			expect(grants[0]?.Resource).toHaveLength(3)
		}
	})

	it('is known by name to the API and to the pages, whose policy names its host', () => {
		for (const stack of both) {
			const { id } = stack.the('PhotosBucket')
			const knowing = stack
				.ofType('AWS::Lambda::Function')
				.filter(({ Properties }) => JSON.stringify(Properties.Environment ?? {}).includes(id))
			expect(knowing.map((lambda) => lambda.id.replace(/Service.*/, '')).sort()).toEqual(['Api', 'ApiPages'])
			for (const { Properties } of knowing)
				expect(Properties.Environment).toMatchObject({
					Variables: { PHOTO_BUCKET: { Ref: id }, PHOTO_HOST: { 'Fn::GetAtt': [id, 'RegionalDomainName'] } },
				})
		}
	})
})
