import type { SqlFunction } from './sqlFunction.ts'
import type { SqlValue } from './sqlValue.ts'

export type BinaryOperator = 'AND' | 'OR' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

/** An expression of the AWS IoT rule SQL. */
export type Expression =
	| { readonly kind: 'literal'; readonly value: SqlValue }
	/** A key of the payload, or of the value of `of`. */
	| { readonly kind: 'property'; readonly of?: Expression; readonly name: string }
	| { readonly kind: 'call'; readonly function: SqlFunction; readonly arguments: readonly Expression[] }
	/** encode(…, 'base64'): of the payload's bytes, whatever they are, or of an expression. */
	| { readonly kind: 'encode'; readonly of: 'payload' | Expression }
	| { readonly kind: 'negate' | 'not'; readonly operand: Expression }
	| {
			readonly kind: 'binary'
			readonly operator: BinaryOperator
			readonly left: Expression
			readonly right: Expression
	  }
	| { readonly kind: 'array'; readonly items: readonly Expression[] }
	| { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
	| {
			readonly kind: 'case'
			readonly subject: Expression
			readonly branches: readonly { readonly when: Expression; readonly result: Expression }[]
			readonly otherwise?: Expression
	  }

export type Statement = {
	readonly select:
		| {
				readonly kind: 'items'
				/** `SELECT *`: the payload itself is part of the result. */
				readonly payload: boolean
				readonly items: readonly { readonly name: string; readonly expression: Expression }[]
		  }
		| { readonly kind: 'value'; readonly expression: Expression }
	/** Absent in a rule that only Basic Ingest reaches. */
	readonly from?: string
	readonly where?: Expression
}
