import { noValue, resolve, type Scope } from './intrinsics.ts'
import { isObject, type Json, onlyKey } from './template.ts'

/** Whether a condition of the template holds: Fn::Equals, And, Or, Not, and the name of another condition. */
export const holds = (condition: Json, scope: Scope): boolean => {
	const key = isObject(condition) ? onlyKey(condition) : undefined
	const argument = isObject(condition) && key !== undefined ? condition[key] : undefined
	if (key === 'Condition' && typeof argument === 'string') return scope.condition(argument)
	const operands = Array.isArray(argument) ? argument : scope.fail(`the condition ${JSON.stringify(condition)}`)
	switch (key) {
		case 'Fn::Equals':
			return comparable(operands[0], scope) === comparable(operands[1], scope)
		case 'Fn::And':
			return operands.every((operand: Json) => holds(operand, scope))
		case 'Fn::Or':
			return operands.some((operand: Json) => holds(operand, scope))
		case 'Fn::Not':
			return !holds(operands[0] ?? null, scope)
		default:
			return scope.fail(`the condition function ${key} is not known here`)
	}
}

const comparable = (value: Json | undefined, scope: Scope): string => {
	const resolved = resolve(value ?? null, scope)
	return resolved === noValue ? '' : JSON.stringify(resolved)
}
