import { SqlError } from './sqlError.ts'

export type Token = {
	readonly kind: 'word' | 'number' | 'string' | 'symbol' | 'end'
	/** A string's content without its quotes; everything else as written. */
	readonly text: string
	/** From 1. */
	readonly position: number
}

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
	['space', /\s+/y],
	['number', /\d+(\.\d+)?([eE]-?\d+)?(?![\w.])/y],
	['word', /[A-Za-z_]\w*/y],
	// The reference writes string literals in both kinds of quotes. It documents no escapes, so none are read.
	['string', /'[^'\\]*'|"[^"\\]*"/y],
	['symbol', /<>|<=|>=|[=<>+\-*/%(),.[\]{}:]/y],
]

/** @throws SqlError at a character that begins nothing of the language. */
export const tokenize = (sql: string): Token[] => {
	const tokens: Token[] = []
	let index = 0
	while (index < sql.length) {
		const start = index
		for (const [kind, pattern] of patterns) {
			pattern.lastIndex = start
			const text = pattern.exec(sql)?.[0]
			if (text === undefined) continue
			index = start + text.length
			if (kind !== 'space') {
				tokens.push({ kind, text: kind === 'string' ? text.slice(1, -1) : text, position: start + 1 })
			}
			break
		}
		if (index === start)
			throw new SqlError(`${JSON.stringify(sql.slice(start, start + 12))} is not understood`, start + 1)
	}
	tokens.push({ kind: 'end', text: 'the end', position: sql.length + 1 })
	return tokens
}
