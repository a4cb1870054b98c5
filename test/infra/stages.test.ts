import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { context } from '../../infra/context.ts'
import { knownStages, readStage } from '../../infra/stages/readStage.ts'
import { Stage } from '../../infra/stages/stage.ts'
import { stageStack } from '../../infra/stages/stageStack.ts'

const folder = mkdtempSync(join(tmpdir(), 'stages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const templateOf = (stage: Stage): Template => {
	const app = new App({
		outdir: folder,
		analyticsReporting: false,
		context: { ...context, 'aws:cdk:bundling-stacks': [] },
	})
	return Template.fromStack(stageStack(app, 'Stack', stage))
}
const own = (changes: object): Stage => Stage.parse({ description: 'a test', ...changes })

/** What is said against a stage that is a township but for the changes. */
const faults = (changes: object): string => {
	const file = join(folder, 'own.json')
	writeFileSync(file, JSON.stringify({ description: 'a test', ...changes }))
	try {
		readStage(file)
	} catch (fault) {
		return fault instanceof Error ? fault.message : ''
	}
	return ''
}

describe('a stage that cannot be is refused, in words', () => {
	it.each([
		[{ partition: 'aws-cn' }, 'region: China needs one'],
		[{ partition: 'aws-cn', region: 'eu-central-1' }, 'region: eu-central-1 is not in the partition aws-cn'],
		[{ region: 'cn-north-1' }, 'region: cn-north-1 is not in the partition aws'],
		[
			{ partition: 'aws-cn', region: 'cn-north-1', signIn: { by: 'cognito', domain: 'a', pages: ['https://a.cn'] } },
			'signIn.by: China has no Cognito user pools',
		],
		[{ signIn: { by: 'cognito', domain: 'a', pages: ['https://a.example'] } }, 'region: a user pool needs one'],
		[{ signIn: { by: 'issuer', issuer: 'http://a.example' } }, 'signIn.issuer'],
		[{ signIn: { by: 'issuer', issuer: 'https://a.example' } }, 'signIn.audience'],
		[{ billing: { mode: 'provisioned' } }, 'billing.telemetry'],
		[{ retention: { readingsDays: 50, acceptedAgeDays: 60 } }, 'retention.acceptedAgeDays: is more than readingsDays'],
		[{ runtime: 'nodejs18.x' }, 'runtime'],
		[{ regoin: 'eu-central-1' }, 'regoin'],
	])('%j', (changes, words) => {
		expect(faults(changes)).toContain(words)
	})

	it('by a name that there is not, with those that there are', () => {
		expect(() => readStage('vilage')).toThrow('there is no "vilage"; there are county, township, townshipChina')
	})
})

it('every stage that comes along can be', () => {
	for (const name of knownStages()) expect(readStage(name).description.length).toBeGreaterThan(10)
})

describe('a county', () => {
	let county: Template
	beforeAll(() => {
		county = templateOf(readStage('county'))
	}, 60_000)

	it('has capacity that scales, on tables and indexes alike', () => {
		const tables = Object.values(county.findResources('AWS::DynamoDB::GlobalTable'))
		expect(tables.map(({ Properties }) => Properties.BillingMode)).toEqual(Array(4).fill('PROVISIONED'))
		for (const { Properties } of tables)
			for (const { WriteProvisionedThroughputSettings } of [Properties, ...(Properties.GlobalSecondaryIndexes ?? [])])
				expect(WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings).toMatchObject({
					TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 },
				})
	})

	it('keeps logs as long as its stage says', () => {
		const groups = Object.values(county.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Properties)
		expect(groups.filter(({ RetentionInDays }) => RetentionInDays === 14).length).toBeGreaterThanOrEqual(7)
	})
})

describe('a stage with a user pool', () => {
	let stack: Template
	beforeAll(() => {
		const signIn = { by: 'cognito', domain: 'qinglong', pages: ['https://yard.example'] }
		stack = templateOf(
			own({ region: 'ap-southeast-1', signIn, operators: { emails: ['ops@yard.example'] }, cell: 'a' }),
		)
	}, 60_000)
	const the = (type: string) => Object.values(stack.findResources(type))[0]?.Properties

	it('lets nobody sign himself up, and nobody write which courtyards are his', () => {
		expect(the('AWS::Cognito::UserPool').AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true })
		expect(the('AWS::Cognito::UserPoolClient')).toMatchObject({
			WriteAttributes: ['name'],
			ReadAttributes: ['custom:courtyards', 'custom:village', 'name'],
			GenerateSecret: false,
			AllowedOAuthFlows: ['code'],
			CallbackURLs: ['https://yard.example/desk/', 'https://yard.example/phone/'],
		})
	})

	it('asks for no issuer, and tells the API by which claims it knows people', () => {
		expect(stack.toJSON().Parameters).not.toHaveProperty('OidcIssuer')
		const claims = Object.values(stack.findResources('AWS::Lambda::Function'))
			.map(({ Properties }) => Properties.Environment?.Variables?.OIDC_CLAIMS)
			.filter((text) => text !== undefined)
		expect(claims).toEqual(['{"role":"cognito:groups","courtyards":"custom:courtyards","village":"custom:village"}'])
	})

	it('tells its operators by e-mail', () => {
		expect(the('AWS::SNS::Subscription')).toMatchObject({ Protocol: 'email', Endpoint: 'ops@yard.example' })
	})

	it('tags what it makes, for the bill', () => {
		expect(JSON.stringify(the('AWS::SQS::Queue').Tags)).toContain('"application","Value":"green-courtyard"')
	})
})

describe('a deployment', () => {
	it('is not deleted by mistake, whatever its stage', () => {
		const app = new App({ outdir: folder, analyticsReporting: false, context: { 'aws:cdk:bundling-stacks': [] } })
		expect(knownStages().map((name) => stageStack(app, name, readStage(name)).terminationProtection)).toEqual(
			knownStages().map(() => true),
		)
	})

	it('that is deleted after all leaves tables, photos and logs behind, and nothing else', () => {
		const resources = Object.values(
			templateOf(own({})).toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>,
		)
		const staying = resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain').map(({ Type }) => Type)
		expect([...new Set(staying)].toSorted()).toEqual([
			'AWS::DynamoDB::GlobalTable',
			'AWS::Logs::LogGroup',
			'AWS::S3::Bucket',
		])
		expect(staying.filter((type) => type === 'AWS::DynamoDB::GlobalTable')).toHaveLength(4)
	})
})
