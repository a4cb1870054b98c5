import { SqlError } from './sqlError.ts'
import { type Token, tokenize } from './token.ts'

/** Reads tokens from left to right; keywords are compared without regard to case. */
export type TokenReader = {
	readonly next: () => Token
	take(): Token
	/** Takes the keyword if it is next. */
	keyword(word: string): boolean
	/** Takes the symbol if it is next. */
	symbol(...texts: string[]): string | undefined
	expectKeyword(word: string): void
	expectSymbol(text: string): void
	/** A comma-separated list, read up to and with its closing symbol. */
	list<T>(close: string, item: () => T): T[]
	fail(wanted: string): never
}

export const readTokens = (sql: string): TokenReader => {
	const tokens = tokenize(sql)
	const end: Token = { kind: 'end', text: 'the end', position: sql.length + 1 }
	let index = 0
	const reader: TokenReader = {
		next: () => tokens[index] ?? end,
		take: () => {
			const token = reader.next()
			index += 1
			return token
		},
		keyword: (word) => {
			const { kind, text } = reader.next()
			if (kind !== 'word' || text.toUpperCase() !== word) return false
			index += 1
			return true
		},
		symbol: (...texts) => {
			const { kind, text } = reader.next()
			if (kind !== 'symbol' || !texts.includes(text)) return undefined
			index += 1
			return text
		},
		expectKeyword: (word) => {
			if (!reader.keyword(word)) reader.fail(word)
		},
		expectSymbol: (text) => {
			if (!reader.symbol(text)) reader.fail(`"${text}"`)
		},
		list: (close, item) => {
			const items = []
			while (!reader.symbol(close)) {
				if (items.length > 0) reader.expectSymbol(',')
				items.push(item())
			}
			return items
		},
		fail: (wanted) => {
			const { text, position } = reader.next()
			throw new SqlError(`expected ${wanted}, found ${JSON.stringify(text)}`, position)
		},
	}
	return reader
}
