import type { SqlMessage } from './sqlMessage.ts'
import { sqlOperators } from './sqlOperator.ts'
import { isEqual, isSqlObject, type SqlValue, toBoolean, toDecimal, toText } from './sqlValue.ts'
import type { Expression } from './syntax.ts'

/** The value of an expression for a message. It throws nothing: what cannot be computed is Undefined. */
export const evaluateExpression = (expression: Expression, message: SqlMessage): SqlValue => {
	const evaluate = (inner: Expression): SqlValue => evaluateExpression(inner, message)
	switch (expression.kind) {
		case 'literal':
			return expression.value
		case 'property': {
			const of = expression.of ? evaluate(expression.of) : message.json()
			return isSqlObject(of) && Object.hasOwn(of, expression.name) ? of[expression.name] : undefined
		}
		case 'call':
			return expression.function.call(expression.arguments.map(evaluate), message)
		case 'encode': {
			if (expression.of === 'payload') return message.payload.toString('base64')
			const text = toText(evaluate(expression.of))
			return text === undefined ? undefined : Buffer.from(text).toString('base64')
		}
		case 'negate': {
			const operand = toDecimal(evaluate(expression.operand))
			return operand === undefined ? undefined : 0 - operand
		}
		case 'not': {
			const operand = toBoolean(evaluate(expression.operand))
			return operand === undefined ? undefined : !operand
		}
		case 'binary':
			return sqlOperators[expression.operator](evaluate(expression.left), evaluate(expression.right))
		case 'array':
			return expression.items.map(evaluate)
		case 'object':
			return Object.fromEntries(expression.entries.map(([key, value]) => [key, evaluate(value)]))
		case 'case': {
			const subject = evaluate(expression.subject)
			if (subject === undefined) return undefined
			const match = expression.branches.find(({ when }) => isEqual(subject, evaluate(when)))
			if (match) return evaluate(match.result)
			return expression.otherwise && evaluate(expression.otherwise)
		}
	}
}
