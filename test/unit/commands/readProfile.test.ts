import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readProfile } from '../../../infra/commands/profile/readProfile.ts'
import { tellFault } from '../../../infra/commands/profile/words.ts'

const sound = readFileSync(join(import.meta.dirname, '../../../shared/profiles/sichuanRural.json'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'profiles-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (content: string | Uint8Array) => {
	const file = join(folder, 'profile.json')
	writeFileSync(file, content)
	return readProfile(file)
}
const spoilt = (what: string, by: string): string => {
	if (!sound.includes(what)) throw new Error(`the profile has no ${what}`)
	return sound.replace(what, by)
}
const lineOf = (text: string, what: string): number => text.slice(0, text.indexOf(what)).split('\n').length

test('the profile of this repository is sound, and so are the tables of other indices', async () => {
	expect(await read(sound)).toMatchObject({ kind: 'full', faults: [] })
	for (const table of ['hj633-2012', 'epa-2024']) {
		const text = readFileSync(join(import.meta.dirname, `../../profiles/${table}.json`), 'utf8')
		expect(await read(text)).toMatchObject({ kind: 'index', faults: [] })
	}
})

test('a fault is found at its line and column, with what was expected and what came', async () => {
	const text = spoilt('"holdIntervals": 3', '"holdIntervals": "three"')
	const { faults } = await read(text)
	expect(faults).toHaveLength(1)
	const line = lineOf(text, '"holdIntervals": "three"')
	expect(faults[0]).toMatchObject({ line, column: 20, path: ['holdIntervals'], got: { en: '"three"' } })
	if (!faults[0]) throw new Error('no fault')
	expect(tellFault('my.json', faults[0])).toBe(
		`my.json:${line}:20  holdIntervals\n  应为：数字；实为："three"\n  expected a number; got "three"`,
	)
})

test('what is missing is told at what should hold it', async () => {
	const { faults } = await read('{\n  "id": "x",\n  "measurands": { "fill": {\n    "unit": "%" } }\n}')
	expect(faults).toContainEqual(
		expect.objectContaining({
			line: 3,
			column: 27,
			path: ['measurands', 'fill', 'source'],
			got: { zh: '无', en: 'nothing' },
		}),
	)
})

test('text that is no JSON is told where it stops to be', async () => {
	expect((await read('{\n "id": "x",\n}')).faults).toMatchObject([
		{ line: 3, column: 1, expected: { en: 'valid JSON' } },
	])
	expect((await read('')).faults).toHaveLength(1)
	expect((await read(new Uint8Array([0x7b, 0xc4, 0xe3, 0x7d]))).faults).toMatchObject([
		{ expected: { en: 'text in UTF-8' } },
	])
})

test('a name given twice is a fault, of which JSON itself says nothing', async () => {
	const text = spoilt('"holdIntervals": 3', '"holdIntervals": 3, "holdIntervals": 4')
	expect((await read(text)).faults).toMatchObject([{ path: ['holdIntervals'], got: { en: 'a repetition' } }])
})

test('a byte order mark does no harm', async () => {
	expect((await read(`\uFEFF${sound}`)).faults).toEqual([])
})
