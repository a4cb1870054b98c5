import { evaluateExpression } from './evaluateExpression.ts'
import type { SqlMessage } from './sqlMessage.ts'
import { isSqlObject, type SqlValue, toBoolean } from './sqlValue.ts'
import type { Statement } from './syntax.ts'

/** What the rule's actions get; nothing where the WHERE clause is not true; a fault where SQL and payload do not fit. */
export type SqlResult =
	| { readonly kind: 'output'; readonly body: string | Buffer }
	| { readonly kind: 'filtered' }
	| { readonly kind: 'fault'; readonly reason: string }

/** Evaluates WHERE and SELECT for a message; whether the topic matches FROM is for the caller to decide. */
export const evaluateStatement = ({ select, where }: Statement, message: SqlMessage): SqlResult => {
	if (where && toBoolean(evaluateExpression(where, message)) !== true) return { kind: 'filtered' }
	if (select.kind === 'value') return output(evaluateExpression(select.expression, message))
	// Untouched, also when it is not JSON.
	if (select.payload && select.items.length === 0) return { kind: 'output', body: message.payload }
	const items = select.items.map(({ name, expression }) => [name, evaluateExpression(expression, message)] as const)
	if (!select.payload) return output(Object.fromEntries(items))
	const payload = message.payload.length === 0 ? {} : message.json()
	if (!isSqlObject(payload))
		return { kind: 'fault', reason: 'the payload is no JSON object, so nothing can be added to it' }
	return output(Object.fromEntries([...Object.entries(payload), ...items]))
}

/** Undefined is left out of objects, and empty when it stands alone. */
const output = (value: SqlValue): SqlResult => ({ kind: 'output', body: JSON.stringify(value) ?? '' })
