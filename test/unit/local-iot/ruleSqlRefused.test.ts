import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../../infra/local/iot/ruleSql/parseStatement.ts'
import { SqlError } from '../../../infra/local/iot/ruleSql/sqlError.ts'

describe('SQL that cannot be evaluated is refused, with its position', () => {
	it.each([
		['', 1],
		['SELEC * FROM "a"', 1],
		["SELECT FROM 'a'", 8],
		["SELECT a, FROM 'a'", 11],
		['SELECT * FROM a', 15],
		["SELECT * FROM 'a/#/b'", 15],
		["SELECT * FROM 'a+/b'", 15],
		["SELECT * FROM 'a' WHERE", 24],
		["SELECT * FROM 'a' WHERE x = 1 y", 31],
		["SELECT * FROM 'a' WHERE x == 1", 28],
		["SELECT * FROM 'a' WHERE x != 1", 27],
		["SELECT * FROM 'a' WHERE x IN [1]", 27],
		["SELECT get_thing_shadow('a', 'b') AS s FROM 'a'", 8],
		["SELECT constructor() AS s FROM 'a'", 8],
		["SELECT get(a) AS s FROM 'a'", 8],
		["SELECT encode(*, 'hex') AS s FROM 'a'", 18],
		["SELECT upper(*) AS s FROM 'a'", 14],
		["SELECT topic(2) FROM 'a'", 8],
		["SELECT a.b FROM 'a'", 8],
		["SELECT a AS x, b AS x FROM 'a'", 23],
		["SELECT 'it\\'s' AS s FROM 'a'", 8],
		["SELECT (SELECT a FROM b) AS s FROM 'a'", 9],
		["SELECT CASE a ELSE 1 END AS s FROM 'a'", 15],
		["SELECT a FROM 'a' -- comment", 19],
		['SET @x = 1 SELECT @x AS x', 5],
		["SELECT a FROM 'a", 15],
	])('%s', (sql, position) => {
		expect(() => parseStatement(sql)).toThrow(SqlError)
		try {
			parseStatement(sql)
		} catch (fault) {
			expect(fault).toMatchObject({ position })
		}
	})
})
