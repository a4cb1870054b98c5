import { type PolicyText, parsePolicyText, toLiteralPattern, toWildcardPattern } from './policyPattern.ts'
import { isPolicyVariable, type PolicyPrincipal, variableValue } from './policyVariables.ts'

/** Whether a statement's conditions hold on a connection. They depend on the connection only, not on the topic. */
export type PolicyCondition = (principal: PolicyPrincipal) => boolean

type Compare = (value: string, wanted: PolicyText, principal: PolicyPrincipal) => boolean

const operators: Record<string, Compare> = {
	Bool: (value, wanted, principal) => toLiteralPattern(wanted, principal)?.test(value) ?? false,
	StringEquals: (value, wanted, principal) => toLiteralPattern(wanted, principal)?.test(value) ?? false,
	StringLike: (value, wanted, principal) => toWildcardPattern(wanted, principal)?.test(value) ?? false,
}

/**
 * Compiles `{operator: {key: values}}`: all operators and keys must hold, one of the values is enough.
 * A key without a value on the connection fails, unless the operator ends in `IfExists`.
 * @returns the condition, or what is not evaluated here.
 */
export const compileCondition = (
	source: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): { condition: PolicyCondition } | { problem: string } => {
	const tests: PolicyCondition[] = []
	for (const [operator, keys] of Object.entries(source)) {
		const ifExists = operator.endsWith('IfExists')
		const name = ifExists ? operator.slice(0, -'IfExists'.length) : operator
		const compare = Object.hasOwn(operators, name) ? operators[name] : undefined
		if (!compare) return { problem: `unknown condition operator "${operator}"` }
		for (const [key, values] of Object.entries(keys)) {
			if (!isPolicyVariable(key)) return { problem: `unknown condition key "${key}"` }
			const wanted: PolicyText[] = []
			for (const value of values) {
				if (name === 'Bool' && !/^(true|false)$/i.test(value))
					return { problem: `"${value}" is not a value for the condition operator ${operator}` }
				const { text, unknown } = parsePolicyText(name === 'Bool' ? value.toLowerCase() : value)
				if (unknown.length > 0) return { problem: `unknown policy variable ${unknown.join(', ')} in a condition` }
				wanted.push(text)
			}
			tests.push((principal) => {
				const value = variableValue(key, principal)
				return value === undefined ? ifExists : wanted.some((text) => compare(value, text, principal))
			})
		}
	}
	return { condition: (principal) => tests.every((holds) => holds(principal)) }
}
