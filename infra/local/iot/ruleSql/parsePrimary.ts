import { SqlError } from './sqlError.ts'
import { sqlFunctions } from './sqlFunction.ts'
import type { Expression } from './syntax.ts'
import type { Token } from './token.ts'
import type { TokenReader } from './tokenReader.ts'

type Parse = (tokens: TokenReader) => Expression

/** Words that cannot be the name of a key; a key called so is read with get(). */
const reserved =
	/^(SELECT|FROM|WHERE|AS|AND|OR|NOT|VALUE|CASE|WHEN|THEN|ELSE|END|SET|IN|EXISTS|LIKE|BETWEEN|IS|CAST|ORDER|GROUP|LIMIT)$/i

/** A literal, a key of the payload, a function call, a CASE, or an expression in brackets. */
export const parsePrimary = (tokens: TokenReader, parseExpression: Parse): Expression => {
	if (tokens.symbol('(')) {
		const inner = parseExpression(tokens)
		tokens.expectSymbol(')')
		return inner
	}
	if (tokens.symbol('[')) return { kind: 'array', items: tokens.list(']', () => parseExpression(tokens)) }
	if (tokens.symbol('{')) {
		return {
			kind: 'object',
			entries: tokens.list('}', () => {
				const key = takeString(tokens, 'a key in quotes')
				tokens.expectSymbol(':')
				return [key, parseExpression(tokens)] as const
			}),
		}
	}
	if (tokens.keyword('CASE')) return parseCase(tokens, parseExpression)
	if (tokens.next().kind === 'string') return { kind: 'literal', value: tokens.take().text }
	if (tokens.next().kind === 'number') return { kind: 'literal', value: Number(tokens.take().text) }
	const { kind, text } = tokens.next()
	if (kind !== 'word' || reserved.test(text)) tokens.fail('an expression')
	return parseWord(tokens, parseExpression)
}

const parseWord = (tokens: TokenReader, parseExpression: Parse): Expression => {
	if (tokens.keyword('TRUE')) return { kind: 'literal', value: true }
	if (tokens.keyword('FALSE')) return { kind: 'literal', value: false }
	if (tokens.keyword('NULL')) return { kind: 'literal', value: null }
	const name = tokens.take()
	if (!tokens.symbol('(')) return { kind: 'property', name: name.text }
	return name.text.toLowerCase() === 'encode'
		? parseEncode(tokens, parseExpression)
		: parseCall(name, tokens, parseExpression)
}

const parseCall = (name: Token, tokens: TokenReader, parseExpression: Parse): Expression => {
	const key = name.text.toLowerCase()
	const found = Object.hasOwn(sqlFunctions, key) ? sqlFunctions[key] : undefined
	if (!found) throw new SqlError(`the function ${name.text}() is not evaluated here`, name.position)
	const values = tokens.list(')', () => parseExpression(tokens))
	if (!found.arity.includes(values.length)) {
		throw new SqlError(
			`${name.text}() takes ${found.arity.join(' or ')} arguments, not ${values.length}`,
			name.position,
		)
	}
	return { kind: 'call', function: found, arguments: values }
}

const parseEncode = (tokens: TokenReader, parseExpression: Parse): Expression => {
	const of = tokens.symbol('*') ? 'payload' : parseExpression(tokens)
	tokens.expectSymbol(',')
	const { text, position } = tokens.next()
	if (takeString(tokens, "'base64'") !== 'base64')
		throw new SqlError(`encode() knows only 'base64', not '${text}'`, position)
	tokens.expectSymbol(')')
	return { kind: 'encode', of }
}

const parseCase = (tokens: TokenReader, parseExpression: Parse): Expression => {
	const subject = parseExpression(tokens)
	const branches = []
	while (tokens.keyword('WHEN')) {
		const when = parseExpression(tokens)
		tokens.expectKeyword('THEN')
		branches.push({ when, result: parseExpression(tokens) })
	}
	if (branches.length === 0) tokens.fail('WHEN')
	const otherwise = tokens.keyword('ELSE') ? parseExpression(tokens) : undefined
	tokens.expectKeyword('END')
	return { kind: 'case', subject, branches, ...(otherwise && { otherwise }) }
}

/** The content of a string literal. */
export const takeString = (tokens: TokenReader, wanted: string): string => {
	if (tokens.next().kind !== 'string') tokens.fail(wanted)
	return tokens.take().text
}
