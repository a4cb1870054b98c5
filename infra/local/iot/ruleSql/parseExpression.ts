import { parsePrimary } from './parsePrimary.ts'
import type { BinaryOperator, Expression } from './syntax.ts'
import type { TokenReader } from './tokenReader.ts'

/** An expression; binding strength from weak to strong: OR, AND, NOT, comparison, + -, * / %, unary -, `.`. */
export const parseExpression = (tokens: TokenReader): Expression => {
	let left = parseAnd(tokens)
	while (tokens.keyword('OR')) left = { kind: 'binary', operator: 'OR', left, right: parseAnd(tokens) }
	return left
}

const parseAnd = (tokens: TokenReader): Expression => {
	let left = parseNot(tokens)
	while (tokens.keyword('AND')) left = { kind: 'binary', operator: 'AND', left, right: parseNot(tokens) }
	return left
}

const parseNot = (tokens: TokenReader): Expression =>
	tokens.keyword('NOT') ? { kind: 'not', operand: parseNot(tokens) } : parseComparison(tokens)

type SymbolOperator = Exclude<BinaryOperator, 'AND' | 'OR'>

const leftToRight =
	(operators: readonly SymbolOperator[], operand: (tokens: TokenReader) => Expression) =>
	(tokens: TokenReader): Expression => {
		let left = operand(tokens)
		for (;;) {
			const symbol = tokens.symbol(...operators)
			const operator = operators.find((one) => one === symbol)
			if (operator === undefined) return left
			left = { kind: 'binary', operator, left, right: operand(tokens) }
		}
	}

const parseUnary = (tokens: TokenReader): Expression =>
	tokens.symbol('-')
		? { kind: 'negate', operand: parseUnary(tokens) }
		: parseProperties(tokens, parsePrimary(tokens, parseExpression))

const parseProduct = leftToRight(['*', '/', '%'], parseUnary)
const parseSum = leftToRight(['+', '-'], parseProduct)
const parseComparison = leftToRight(['=', '<>', '<=', '>=', '<', '>'], parseSum)

const parseProperties = (tokens: TokenReader, start: Expression): Expression => {
	let of = start
	while (tokens.symbol('.')) {
		if (tokens.next().kind !== 'word') tokens.fail('the name of a key')
		of = { kind: 'property', of, name: tokens.take().text }
	}
	return of
}
