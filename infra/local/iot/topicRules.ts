import { randomUUID } from 'node:crypto'
import { StartError } from '../startError.ts'
import type { PublishedMessage } from './publishedMessage.ts'
import { errorActionMessage, type Failure, failureOf } from './ruleErrorMessage.ts'
import { evaluateStatement } from './ruleSql/evaluateStatement.ts'
import { parseStatement } from './ruleSql/parseStatement.ts'
import { SqlError } from './ruleSql/sqlError.ts'
import { createSqlMessage } from './ruleSql/sqlMessage.ts'
import type { Statement } from './ruleSql/syntax.ts'
import { matchesTopicFilter } from './topicFilter.ts'
import { readBasicIngest } from './topicName.ts'

/** A rule as the template has it (RuleName and TopicRulePayload); an action is `{Sqs: {QueueUrl, RoleArn, …}}`. */
export type RuleDefinition = {
	readonly ruleName: string
	readonly sql: string
	readonly awsIotSqlVersion: string
	readonly ruleDisabled: boolean
	readonly actions: readonly unknown[]
	readonly errorAction?: unknown
}

export type DeliveryContext = {
	readonly ruleName: string
	/** Without the prefix of Basic Ingest. */
	readonly topic: string
	/** Absent when the message came by the data plane. */
	readonly clientId?: string | undefined
	/** What is delivered is the report of a failed action, not the rule's output. */
	readonly isErrorAction: boolean
}

/** Performs an action; resolves when its effect is durable. The action's own options (UseBase64) are its business. */
export type Deliver = (action: unknown, body: string | Buffer, context: DeliveryContext) => Promise<void>

export type TopicRules = {
	/** False for a Basic Ingest topic that names no enabled rule: such a publish is refused. */
	accepts(topic: string): boolean
	/**
	 * Runs every rule that the message matches, or the one it names by Basic Ingest.
	 * @throws when an action failed and no error action has recorded it: then the message must not be acknowledged.
	 */
	run(message: PublishedMessage): Promise<void>
}

type Rule = RuleDefinition & { readonly statement: Statement }

/** @throws StartError naming the rule, and for its SQL the position, of what cannot be evaluated here. */
export const createRules = (
	definitions: readonly RuleDefinition[],
	deliver: Deliver,
	log: (line: string) => void = () => {},
): TopicRules => {
	const rules = definitions.map(compileRule).filter(({ ruleDisabled }) => !ruleDisabled)
	const byName = new Map(rules.map((rule) => [rule.ruleName, rule]))
	const rulesFor = (topic: string): { rules: readonly Rule[]; topic: string } => {
		const direct = readBasicIngest(topic)
		if (!direct) return { rules: rules.filter(({ statement }) => matches(statement, topic)), topic }
		// The rule is named, so its FROM is not asked.
		const rule = byName.get(direct.ruleName)
		return { rules: rule ? [rule] : [], topic: direct.topic }
	}
	return {
		accepts: (topic) => {
			const direct = readBasicIngest(topic)
			return direct ? byName.has(direct.ruleName) : !topic.startsWith('$aws/rules/')
		},
		run: async (message) => {
			const found = rulesFor(message.topic)
			const seen = { ...message, topic: found.topic }
			// All of them run to their end: one rule's failure must not leave another half done.
			const results = await Promise.allSettled(found.rules.map((rule) => runRule(rule, seen, deliver, log)))
			const failed = results.find((result) => result.status === 'rejected')
			if (failed) throw failed.reason
		},
	}
}

const matches = ({ from }: Statement, topic: string): boolean => from !== undefined && matchesTopicFilter(from, topic)

const runRule = async (rule: Rule, message: PublishedMessage, deliver: Deliver, log: (line: string) => void) => {
	const { ruleName } = rule
	const result = evaluateStatement(rule.statement, createSqlMessage(message))
	// As on AWS: what the SQL cannot do with a payload is logged; the error action is for failed actions only.
	if (result.kind === 'fault') log(`rule ${ruleName}: ${result.reason} (topic ${JSON.stringify(message.topic)})`)
	if (result.kind !== 'output') return
	const context = { ruleName, topic: message.topic, clientId: message.clientId, isErrorAction: false }
	const attempt = async (action: unknown): Promise<Failure | undefined> => {
		try {
			await deliver(action, result.body, context)
			return undefined
		} catch (fault) {
			return failureOf(action, fault)
		}
	}
	const failures = (await Promise.all(rule.actions.map(attempt))).filter((failure) => failure !== undefined)
	if (failures.length === 0) return
	const words = failures.map(({ failedAction, errorMessage }) => `${failedAction}: ${errorMessage}`).join('; ')
	log(`rule ${ruleName}: ${words}`)
	if (rule.errorAction === undefined) throw new Error(`rule ${ruleName} failed and has no error action: ${words}`)
	const body = errorActionMessage(ruleName, message, failures, randomUUID())
	await deliver(rule.errorAction, body, { ...context, isErrorAction: true })
}

const compileRule = (rule: RuleDefinition, index: number, all: readonly RuleDefinition[]): Rule => {
	const stop = (problem: string): never => {
		throw new StartError({
			message: `IoT rule "${rule.ruleName}" cannot be evaluated: ${problem}`,
			remedy:
				'Write the rule with what infra/local/iot/ruleSql evaluates (a part of the AWS IoT SQL reference), or teach it this element.',
		})
	}
	if (!/^\w{1,128}$/.test(rule.ruleName)) stop('a rule name has letters, digits and "_" only')
	if (all.findIndex(({ ruleName }) => ruleName === rule.ruleName) !== index) stop('another rule has the same name')
	if (rule.awsIotSqlVersion !== '2016-03-23') stop(`its SQL version is ${rule.awsIotSqlVersion}, not 2016-03-23`)
	if (JSON.stringify([rule.actions, rule.errorAction]).includes('${')) stop('an action has a substitution template')
	try {
		return { ...rule, statement: parseStatement(rule.sql) }
	} catch (fault) {
		if (fault instanceof SqlError) stop(`${fault.message} in: ${rule.sql}`)
		throw fault
	}
}
