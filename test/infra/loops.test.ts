import { beforeAll, describe, expect, it } from 'vitest'
import { matchesTopicFilter } from '../../infra/local/iot/topicFilter.ts'
import * as z from '../../shared/contract/zod.ts'
import { everyStage } from './everyStage.ts'
import type { Resource, Synthesized } from './synthesized.ts'

let stages: ReturnType<typeof everyStage>
beforeAll(() => {
	stages = everyStage()
}, 120_000)

const list = z.pipe(
	z.unknown(),
	z.transform((value): readonly unknown[] => [value ?? []].flat()),
)
const Document = z.object({ Statement: z.array(z.looseObject({ Effect: z.string(), Action: list, Resource: list })) })
const names = (value: unknown, { id }: Resource): boolean => JSON.stringify(value ?? null).includes(`"${id}"`)

/** The topics in a policy, as written: `evt/sanitation/*`. */
const topicsIn = (resources: readonly unknown[], kind: 'topic' | 'topicfilter'): string[] =>
	[...JSON.stringify(resources).matchAll(new RegExp(`:${kind}/([^"]+)"`, 'g'))].map(([, topic = '']) => topic)

const allowed = (policy: Resource, action: string): readonly unknown[] =>
	Document.parse(policy.Properties.PolicyDocument)
		.Statement.filter(({ Effect, Action }) => Effect === 'Allow' && Action.includes(action))
		.flatMap(({ Resource }) => Resource)

/** What a role's policies let it do to what. */
const rightsOf = (stack: Synthesized, lambda: Resource, action: string): readonly unknown[] => {
	const role = stack.ofType('AWS::IAM::Role').find((candidate) => names(lambda.Properties.Role, candidate))
	return stack
		.ofType('AWS::IAM::Policy')
		.filter(({ Properties }) => role !== undefined && names(Properties.Roles, role))
		.flatMap((policy) => allowed(policy, action))
}

const fromFilters = (stack: Synthesized): string[] =>
	stack
		.ofType('AWS::IoT::TopicRule')
		.map(({ Properties }) => /FROM '([^']+)'/.exec(JSON.stringify(Properties.TopicRulePayload))?.[1] ?? '')

/** Topics below a pattern of a policy; its `*` stands for anything, over several levels as well. */
const examplesOf = (pattern: string): string[] =>
	['x', 'x/y', 'x/y/z'].map((rest) => pattern.replaceAll(/\$\{[^}]+\}/g, 'thing').replace('*', rest))

describe('the topic trees', () => {
	it('of data go up, those of commands and events go down, and neither meets the other', () => {
		for (const [, stack] of stages) {
			expect(fromFilters(stack)).toEqual(['dt/sanitation/+/+'])
			// The claim certificate speaks with AWS IoT alone (provisioning.test.ts).
			const things = stack.ofType('AWS::IoT::Policy').filter(({ id }) => !id.startsWith('ProvisioningClaimPolicy'))
			const up = things.flatMap((policy) => topicsIn(allowed(policy, 'iot:Publish'), 'topic'))
			const heard = things.flatMap((policy) => [
				...topicsIn(allowed(policy, 'iot:Subscribe'), 'topicfilter'),
				...topicsIn(allowed(policy, 'iot:Receive'), 'topic'),
			])
			const down = stack
				.ofType('AWS::IAM::Policy')
				.flatMap((policy) => topicsIn(allowed(policy, 'iot:Publish'), 'topic'))
			expect(up.length * heard.length * down.length).toBeGreaterThan(0)
			// With its shadow a device speaks with AWS IoT alone, and of no shadow but its own.
			const shadow = /^\$aws\/things\/\$\{iot:Connection\.Thing\.ThingName\}\/shadow\/name\/config\//
			const others = (topics: readonly string[]) => topics.filter((topic) => !shadow.test(topic))
			for (const topic of others(up)) expect(topic).toMatch(/^(\$aws\/rules\/sanitation_telemetry\/)?dt\/sanitation\//)
			for (const topic of [...others(heard), ...down]) expect(topic).toMatch(/^(cmd|evt)\/sanitation\//)
		}
	})

	it('no topic that a function may publish to is taken by a rule', () => {
		for (const [, stack] of stages) {
			const published = stack
				.ofType('AWS::Lambda::Function')
				.flatMap((lambda) => topicsIn(rightsOf(stack, lambda, 'iot:Publish'), 'topic'))
			expect(published.length).toBeGreaterThan(0)
			for (const topic of published.flatMap(examplesOf))
				for (const filter of fromFilters(stack))
					expect([topic, matchesTopicFilter(filter, topic)]).toEqual([topic, false])
		}
	})
})

const nameOf = ({ id }: Resource): string => id.replace(/Service.*/, '')

/** Which functions a function can set going: by the queue or stream it may write to, by a topic of a rule, by a call. */
function setsGoing(stack: Synthesized, lambda: Resource): readonly Resource[] {
	const functions = stack.ofType('AWS::Lambda::Function')
	const sources = [...stack.ofType('AWS::SQS::Queue'), ...stack.ofType('AWS::Kinesis::Stream')]
	const filled = ['sqs:SendMessage', 'kinesis:PutRecord', 'kinesis:PutRecords'].flatMap((action) =>
		sources.filter((source) => rightsOf(stack, lambda, action).some((resource) => names(resource, source))),
	)
	const published = topicsIn(rightsOf(stack, lambda, 'iot:Publish'), 'topic').flatMap(examplesOf)
	const feeds = stack
		.ofType('AWS::IoT::TopicRule')
		.filter((rule) => {
			const filter = /FROM '([^']+)'/.exec(JSON.stringify(rule.Properties.TopicRulePayload))?.[1] ?? ''
			return published.some((topic) => matchesTopicFilter(filter, topic))
		})
		.flatMap(({ Properties }) => sources.filter((source) => names(Properties, source)))
	const mapped = stack
		.ofType('AWS::Lambda::EventSourceMapping')
		.filter(({ Properties }) => [...filled, ...feeds].some((source) => names(Properties.EventSourceArn, source)))
	const called = rightsOf(stack, lambda, 'lambda:InvokeFunction')
	return functions.filter(
		(other) => names(called, other) || mapped.some(({ Properties }) => names(Properties.FunctionName, other)),
	)
}

describe('a function', () => {
	it('cannot set itself going, whatever it sends', () => {
		for (const [stage, stack] of stages)
			for (const lambda of stack.ofType('AWS::Lambda::Function')) {
				const reached = new Set<string>()
				const ahead = [...setsGoing(stack, lambda)]
				for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
					if (reached.has(next.id)) continue
					reached.add(next.id)
					ahead.push(...setsGoing(stack, next))
				}
				expect([stage, lambda.id, reached.has(lambda.id)]).toEqual([stage, lambda.id, false])
			}
	})

	it('sets another going from the API: a refused message is put back for ingest, a channel is tried by notify, a certificate made by enrol; and from a stream what failed in it', () => {
		for (const [stage, stack] of stages) {
			const pairs = stack
				.ofType('AWS::Lambda::Function')
				.flatMap((lambda) => setsGoing(stack, lambda).map((other) => [lambda, other].map(nameOf).join(' > ')))
			const fromStream = stage.startsWith('county') ? ['IngestStream > Ingest'] : []
			expect([stage, pairs.sort()]).toEqual([stage, ['Api > Enrolment', 'Api > Ingest', 'Api > Notify', ...fromStream]])
		}
	})

	it('hears no topic of SNS, so that nothing it publishes there comes back', () => {
		for (const [, stack] of stages)
			for (const { Properties } of stack.ofType('AWS::SNS::Subscription')) expect(Properties.Protocol).toBe('email')
	})
})
