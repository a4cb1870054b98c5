import { isTopicFilter } from '../topicFilter.ts'
import { parseExpression } from './parseExpression.ts'
import { takeString } from './parsePrimary.ts'
import { SqlError } from './sqlError.ts'
import type { Expression, Statement } from './syntax.ts'
import { readTokens, type TokenReader } from './tokenReader.ts'

/**
 * Reads a rule's SQL, version 2016-03-23, the part of the AWS IoT SQL reference that this evaluator knows.
 * @throws SqlError with the position of what it does not know.
 */
export const parseStatement = (sql: string): Statement => {
	const tokens = readTokens(sql)
	tokens.expectKeyword('SELECT')
	const select: Statement['select'] = tokens.keyword('VALUE')
		? { kind: 'value', expression: parseExpression(tokens) }
		: parseItems(tokens)
	const from = tokens.keyword('FROM') ? parseFrom(tokens) : undefined
	const where = tokens.keyword('WHERE') ? parseExpression(tokens) : undefined
	if (tokens.next().kind !== 'end') tokens.fail('the end of the statement')
	return { select, ...(from !== undefined && { from }), ...(where && { where }) }
}

const parseItems = (tokens: TokenReader): Statement['select'] => {
	const payload = tokens.symbol('*') !== undefined
	const items = []
	if (!payload) items.push(parseItem(tokens))
	while (tokens.symbol(',')) items.push(parseItem(tokens))
	const names = items.map(({ name }) => name)
	const twice = names.find((name, index) => names.indexOf(name) !== index)
	if (twice !== undefined) throw new SqlError(`two items are called ${twice}`, tokens.next().position)
	return { kind: 'items', payload, items }
}

const parseItem = (tokens: TokenReader): { name: string; expression: Expression } => {
	const { position } = tokens.next()
	const expression = parseExpression(tokens)
	if (tokens.keyword('AS')) {
		if (tokens.next().kind !== 'word') tokens.fail('a name after AS')
		return { name: tokens.take().text, expression }
	}
	// The reference names only plain keys after themselves; what AWS calls other expressions is not documented.
	if (expression.kind === 'property' && !expression.of) return { name: expression.name, expression }
	throw new SqlError('the expression needs a name: AS <name>', position)
}

const parseFrom = (tokens: TokenReader): string => {
	const { position } = tokens.next()
	const filter = takeString(tokens, 'a topic filter in quotes')
	if (!isTopicFilter(filter)) throw new SqlError(`'${filter}' is not an MQTT topic filter`, position)
	return filter
}
