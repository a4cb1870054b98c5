import { expect, test } from 'vitest'
import { sheetFiles } from '../../../functions/adapters/http/sheetFiles.ts'
import { rankingTable } from '../../../functions/api/rankings/table.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import { candidate } from '../../doubles/candidates.ts'

const evil = '=HYPERLINK("http://evil.example";"领奖")'
const rows = rankMonth(
	defaultProfile,
	[
		candidate('a', { environment: 86.35, about: { name: { zh: evil, en: '@SUM(A1)' } } }),
		candidate('b', { validDays: 3 }),
	],
	undefined,
).map(({ row }) => row)
const sheet = rankingTable('2026-11', { is: 'township', township: 'town' }, rows)

test('the CSV begins with a byte order mark, quotes every field, and has as many in each line', async () => {
	const csv = await sheetFiles.csv(sheet)
	expect(csv.startsWith('\uFEFF"名次 Rank","院落 Courtyard"')).toBe(true)
	expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(3)
	expect(new Set(sheet.rows.map(({ length }) => length)).size).toBe(1)
	expect(csv).toContain('"86.35"')
})

test('a name can never become a formula in a spreadsheet program', async () => {
	const csv = await sheetFiles.csv(sheet)
	expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"";""领奖"")"`)
	expect(csv).toContain(`"'@SUM(A1)"`)
	const xlsx = Buffer.from(await sheetFiles.xlsx(sheet))
	// A zip whose sheet holds no formula element: texts are cells of type text.
	expect(xlsx.subarray(0, 2).toString()).toBe('PK')
	expect((await unzipped(xlsx)).includes('<f>')).toBe(false)
	expect(await unzipped(xlsx)).toContain('HYPERLINK')
})

/** All parts of a zip as one text. */
async function unzipped(bytes: Buffer): Promise<string> {
	const { unzipSync } = await import('fflate')
	return Object.values(unzipSync(new Uint8Array(bytes)))
		.map((part) => Buffer.from(part).toString('utf8'))
		.join('\n')
}
