import { isPolicyVariable, type PolicyPrincipal, variableValue } from './policyVariables.ts'

type Part = { readonly text: string } | { readonly variable: string }

/** A string of a policy with its variables found but not yet filled in. */
export type PolicyText = readonly Part[]

/** Finds the `${…}` of a string; `unknown` lists those that this evaluator does not know. */
export const parsePolicyText = (source: string): { text: PolicyText; unknown: string[] } => {
	const text: Part[] = []
	const unknown: string[] = []
	let end = 0
	for (const match of source.matchAll(/\$\{([^}]*)\}/g)) {
		const variable = match[1] ?? ''
		if (!isPolicyVariable(variable)) unknown.push(match[0])
		text.push({ text: source.slice(end, match.index) }, { variable })
		end = match.index + match[0].length
	}
	const rest = source.slice(end)
	if (rest.includes('${')) unknown.push(rest.slice(rest.indexOf('${')))
	text.push({ text: rest })
	return { text, unknown }
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const withWildcards = (text: string): string =>
	text
		.split(/([*?])/)
		.map((part) => (part === '*' ? '.*' : part === '?' ? '.' : literally(part)))
		.join('')

const toPattern = (text: PolicyText, principal: PolicyPrincipal, own: (text: string) => string): RegExp | undefined => {
	let source = ''
	for (const part of text) {
		if ('text' in part) {
			source += own(part.text)
			continue
		}
		const value = variableValue(part.variable, principal)
		if (value === undefined) return undefined
		// A "*" inside a thing's name or attribute is that character: data must not widen a policy.
		source += literally(value)
	}
	return new RegExp(`^${source}$`, 's')
}

/**
 * The pattern that a resource or a StringLike value stands for on this connection. `*` is any text, also across "/",
 * `?` one character; the MQTT wildcards + and # are plain characters.
 * @returns undefined when a variable has no value: then it matches nothing.
 */
export const toWildcardPattern = (text: PolicyText, principal: PolicyPrincipal): RegExp | undefined =>
	toPattern(text, principal, withWildcards)

/** The same for values that have no wildcards (StringEquals). */
export const toLiteralPattern = (text: PolicyText, principal: PolicyPrincipal): RegExp | undefined =>
	toPattern(text, principal, literally)
