import { compileCondition, type PolicyCondition } from './policy/policyCondition.ts'
import { type IotAction, policyError, readPolicyDocument } from './policy/policyDocument.ts'
import { type PolicyText, parsePolicyText, toWildcardPattern } from './policy/policyPattern.ts'
import type { PolicyPrincipal } from './policy/policyVariables.ts'

type Statement = {
	readonly effect: 'Allow' | 'Deny'
	readonly actions: ReadonlySet<string>
	readonly resources: readonly PolicyText[]
	readonly condition: PolicyCondition
}

/** An IoT policy document, checked and ready to be evaluated. */
export type IotPolicy = { readonly name: string; readonly statements: readonly Statement[] }

/** Whether the connection may do `action` on the resource with this ARN. */
export type IsAllowed = (action: IotAction, resourceArn: string) => boolean

/**
 * @param document a policy document of the template, its intrinsics resolved.
 * @throws StartError naming the policy, for anything in it that this evaluator does not know.
 */
export const compilePolicy = (name: string, document: unknown): IotPolicy => ({
	name,
	statements: readPolicyDocument(name, document).map((statement) => {
		const resources = statement.Resource.map((resource) => {
			const { text, unknown } = parsePolicyText(resource)
			if (unknown.length > 0) throw policyError(name, `unknown policy variable ${unknown.join(', ')} in "${resource}"`)
			return text
		})
		const compiled = compileCondition(statement.Condition)
		if ('problem' in compiled) throw policyError(name, compiled.problem)
		return {
			effect: statement.Effect,
			actions: new Set<string>(statement.Action),
			resources,
			condition: compiled.condition,
		}
	}),
})

/**
 * Fills the policies in for one connection: what no statement allows is denied, and a Deny wins over every Allow.
 * Conditions and variables depend on the connection only, so they are settled here once.
 */
export const bindPolicies = (policies: readonly IotPolicy[], principal: PolicyPrincipal): IsAllowed => {
	const bound = policies
		.flatMap(({ statements }) => statements)
		.filter(({ condition }) => condition(principal))
		.map(({ effect, actions, resources }) => ({
			effect,
			actions,
			patterns: resources.map((text) => toWildcardPattern(text, principal)).filter((pattern) => pattern !== undefined),
		}))
	return (action, resourceArn) => {
		const applying = bound.filter(
			({ actions, patterns }) =>
				(actions.has(action) || actions.has('iot:*')) && patterns.some((pattern) => pattern.test(resourceArn)),
		)
		return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow')
	}
}
