import type { DatabaseSync, StatementSync } from 'node:sqlite'
import * as z from '../../../shared/contract/zod.ts'

export type Entry = { readonly key: string; readonly value: string }

/** Keys between bounds, in the order of their bytes. */
export type Range = {
	readonly gt?: string | undefined
	readonly gte?: string | undefined
	readonly lt?: string | undefined
	readonly lte?: string | undefined
	readonly reverse: boolean
}

const row = z.object({ key: z.string(), value: z.string() })

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
const bounds = ['gt', 'gte', 'lt', 'lte'] as const

export type EntryTable = ReturnType<typeof entryTable>

/** The statements on the table of entries. Transactions are the caller's. */
export const entryTable = (database: DatabaseSync) => {
	// SQLite compares text by its UTF-8 bytes, as LevelDB compares keys.
	database.exec('CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
	const get = database.prepare('SELECT key, value FROM entry WHERE key = ?')
	const put = database.prepare(
		'INSERT INTO entry (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
	)
	const remove = database.prepare('DELETE FROM entry WHERE key = ?')
	const ranges = new Map<string, StatementSync>()
	const rangeStatement = (sql: string): StatementSync => {
		const known = ranges.get(sql)
		if (known) return known
		const statement = database.prepare(sql)
		ranges.set(sql, statement)
		return statement
	}
	return {
		get: (key: string): string | undefined => {
			const found = get.get(key)
			return found === undefined ? undefined : row.parse(found).value
		},
		put: (key: string, value: string): void => {
			put.run(key, value)
		},
		remove: (key: string): void => {
			remove.run(key)
		},
		range: (range: Range, limit: number): Entry[] => {
			const given = bounds.flatMap((bound) => {
				const key = range[bound]
				return key === undefined ? [] : [{ condition: `key ${operators[bound]} ?`, key }]
			})
			const where = given.length === 0 ? '' : `WHERE ${given.map(({ condition }) => condition).join(' AND ')}`
			const sql = `SELECT key, value FROM entry ${where} ORDER BY key ${range.reverse ? 'DESC' : 'ASC'} LIMIT ?`
			return rangeStatement(sql)
				.all(...given.map(({ key }) => key), limit)
				.map((found) => row.parse(found))
		},
	}
}
