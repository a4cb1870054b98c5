// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a substitution template
import { describe, expect, it } from 'vitest'
import { createRules, type Deliver, type RuleDefinition } from '../../../infra/local/iot/topicRules.ts'
import { StartError } from '../../../infra/local/startError.ts'

const rule = (changes: Partial<RuleDefinition> = {}): RuleDefinition => ({
	ruleName: 'one',
	sql: "SELECT topic() AS topic FROM 'dt/+'",
	awsIotSqlVersion: '2016-03-23',
	ruleDisabled: false,
	actions: ['a'],
	...changes,
})
const message = (topic: string) => ({ topic, payload: Buffer.from('x'), clientId: 'c', receivedAt: 1 })
const createRecorder = (fails: readonly unknown[] = []) => {
	const delivered: string[] = []
	const deliver: Deliver = async (action, body, context) => {
		if (fails.includes(action)) throw new Error(`${action} failed`)
		delivered.push(`${context.ruleName} ${action} ${context.isErrorAction ? 'error' : body}`)
	}
	return { delivered, deliver }
}

describe('running rules', () => {
	it('runs every rule whose filter matches, and each of its actions', async () => {
		const { delivered, deliver } = createRecorder()
		const rules = createRules(
			[
				rule({ actions: ['a', 'b'] }),
				rule({ ruleName: 'two', sql: "SELECT 1 AS n FROM 'dt/#'" }),
				rule({ ruleName: 'three', sql: "SELECT 1 AS n FROM 'evt/#'" }),
				rule({ ruleName: 'four', sql: "SELECT 1 AS n FROM '#'", ruleDisabled: true }),
			],
			deliver,
		)
		await rules.run(message('dt/x'))
		expect(delivered.sort()).toEqual(['one a {"topic":"dt/x"}', 'one b {"topic":"dt/x"}', 'two a {"n":1}'])
	})

	it('runs only the named rule on Basic Ingest, whatever its filter, and hides the prefix', async () => {
		const { delivered, deliver } = createRecorder()
		const rules = createRules([rule(), rule({ ruleName: 'two', sql: "SELECT 1 AS n FROM '#'" })], deliver)
		await rules.run(message('$aws/rules/one/dt/x'))
		expect(delivered).toEqual(['one a {"topic":"dt/x"}'])
		expect(rules.accepts('$aws/rules/one/dt/x')).toBe(true)
		expect(rules.accepts('$aws/rules/three/dt/x')).toBe(false)
		expect(rules.accepts('$aws/rules/one')).toBe(false)
		expect(rules.accepts('dt/x')).toBe(true)
	})

	it('does not accept Basic Ingest for a disabled rule', () => {
		const rules = createRules([rule({ ruleDisabled: true })], createRecorder().deliver)
		expect(rules.accepts('$aws/rules/one/dt/x')).toBe(false)
	})

	it('does nothing where WHERE does not hold', async () => {
		const { delivered, deliver } = createRecorder()
		await createRules([rule({ sql: "SELECT * FROM 'dt/+' WHERE a > 1" })], deliver).run(message('dt/x'))
		expect(delivered).toEqual([])
	})

	it('logs what the SQL cannot do with a payload, and runs no action', async () => {
		const { delivered, deliver } = createRecorder()
		const log: string[] = []
		const sql = "SELECT *, topic() AS topic FROM 'dt/+'"
		await createRules([rule({ sql, errorAction: 'e' })], deliver, (line) => log.push(line)).run(message('dt/x'))
		expect(delivered).toEqual([])
		expect(log).toEqual(['rule one: the payload is no JSON object, so nothing can be added to it (topic "dt/x")'])
	})
})

describe('failures', () => {
	it('go to the error action once for all failed actions', async () => {
		const { delivered, deliver } = createRecorder(['a', 'b'])
		await createRules([rule({ actions: ['a', 'b', 'c'], errorAction: 'e' })], deliver).run(message('dt/x'))
		expect(delivered).toEqual(['one c {"topic":"dt/x"}', 'one e error'])
	})

	it.each([
		['there is no error action', rule({ actions: ['a'] }), ['a']],
		['the error action fails too', rule({ actions: ['a'], errorAction: 'e' }), ['a', 'e']],
		// Otherwise what the failed action should have kept would be lost.
		['one action succeeded and another did not', rule({ actions: ['a', 'b'], errorAction: 'e' }), ['a', 'e']],
	])('are a fault when %s', async (_, definition, fails) => {
		await expect(createRules([definition], createRecorder(fails).deliver).run(message('dt/x'))).rejects.toThrow(
			'failed',
		)
	})

	it('of one rule do not keep another from running to its end', async () => {
		const { delivered, deliver } = createRecorder(['a'])
		const rules = createRules([rule(), rule({ ruleName: 'two', actions: ['b'] })], deliver)
		await expect(rules.run(message('dt/x'))).rejects.toThrow('a failed')
		expect(delivered).toEqual(['two b {"topic":"dt/x"}'])
	})

	it('thrown at once count like rejected ones', async () => {
		const deliver: Deliver = () => {
			throw new Error('closed')
		}
		await expect(createRules([rule()], deliver).run(message('dt/x'))).rejects.toThrow('closed')
	})
})

describe('a rule that cannot be evaluated stops the start with its name', () => {
	it.each([
		['SQL', { sql: "SELECT get_thing_shadow('a') AS b FROM 'x'" }, 'character 8'],
		['another version of the SQL', { awsIotSqlVersion: '2015-10-08' }, '2015-10-08'],
		['a name with a slash', { ruleName: 'a/b' }, 'a/b'],
		['a substitution template', { actions: [{ Republish: { Topic: 'x/${topic(2)}' } }] }, 'substitution'],
	])('%s', (_, changes, words) => {
		const create = () => createRules([rule({ ruleName: 'telemetry', ...changes })], createRecorder().deliver)
		expect(create).toThrow(StartError)
		expect(create).toThrow(words)
	})

	it('two of one name', () => {
		expect(() => createRules([rule(), rule()], createRecorder().deliver)).toThrow('another rule has the same name')
	})
})
