import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Archive } from '../../../infra/data/archive.ts'
import { exportLines } from '../../../infra/data/exportLines.ts'
import { conflictsOf, importArchive, thingsIn } from '../../../infra/data/importArchive.ts'
import { readArchive } from '../../../infra/data/readArchive.ts'
import type { DataStores } from '../../../infra/data/stores.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'
import { killedAfterAny } from './killedAfter.ts'
import { candidates, contentOf, fill, MONTH, publish, storesOf } from './township.ts'

let home: LocalTables
let away: LocalTables
let folder: string
beforeAll(async () => {
	;[home, away, folder] = await Promise.all([localTables(), localTables(), mkdtemp(join(tmpdir(), 'archive-'))])
	await fill(storesOf(home))
})
afterAll(async () => {
	await Promise.all([home.close(), away.close(), rm(folder, { recursive: true, force: true })])
})

async function exported(stores: DataStores): Promise<string> {
	let text = ''
	for await (const line of exportLines(stores)) text += `${JSON.stringify(line)}\n`
	return text
}

async function read(text: string): Promise<ReturnType<typeof readArchive> extends Promise<infer R> ? R : never> {
	const file = join(folder, 'export.jsonl')
	await writeFile(file, text)
	return readArchive(file)
}

async function sound(text: string): Promise<Archive> {
	const archive = await read(text)
	if (!('registry' in archive)) throw new Error(JSON.stringify(archive))
	return archive
}

test('what was exported, imported elsewhere and exported there is the same, byte by byte; a second import changes nothing', async () => {
	const first = await exported(storesOf(home))
	const archive = await sound(first)
	const there = storesOf(away)
	const done: number[] = []
	expect(await conflictsOf(there, archive)).toEqual([])
	await importArchive(there, archive, (things) => done.push(things))
	expect(done.reduce((a, b) => a + b, 0)).toBe(thingsIn(archive))
	expect(await exported(there)).toBe(first)
	const head = await there.rankings.head(MONTH)

	expect(await conflictsOf(there, archive)).toEqual([])
	await importArchive(there, archive, () => {})
	expect(await exported(there)).toBe(first)
	expect(await there.rankings.head(MONTH)).toEqual(head)
	expect(
		await there.rankings.rows(
			{ month: MONTH, generation: head?.draft.id ?? '' },
			{ is: 'township', township: 'town' },
			9,
		),
	).toEqual(
		await storesOf(home).rankings.rows(
			{ month: MONTH, generation: head?.draft.id ?? '' },
			{ is: 'township', township: 'town' },
			9,
		),
	)
})

test('an import that is killed after any of its requests is completed by the next one', async () => {
	const first = await exported(storesOf(home))
	const archive = await sound(first)
	const fresh = await localTables()
	try {
		expect(await killedAfterAny(fresh.client, () => importArchive(storesOf(fresh), archive, () => {}))).toBeGreaterThan(
			20,
		)
		expect(await exported(storesOf(fresh))).toBe(first)
	} finally {
		await fresh.close()
	}
})

test('a published ranking that differs stays, and nothing of the file is imported', async () => {
	const other = await localTables()
	try {
		await publish(storesOf(other), contentOf(candidates.slice(0, 2)))
		const archive = await sound(await exported(storesOf(home)))
		expect(await conflictsOf(storesOf(other), archive)).toEqual([expect.stringContaining(MONTH)])
	} finally {
		await other.close()
	}
})

test('a profile of the same version that differs stays', async () => {
	const archive = await sound((await exported(storesOf(home))).replace('"putBy":"李"', '"putBy":"王"'))
	expect(await conflictsOf(storesOf(home), archive)).toEqual([expect.stringContaining('2026.2')])
})

test('a line that is wrong is named by its number, with the field and what was expected', async () => {
	const lines = (await exported(storesOf(home))).split('\n')
	lines[1] = 'oops'
	lines[3] = (lines[3] ?? '').replace('"households":30', '"households":0')
	const faults = await read(lines.join('\n'))
	expect(faults).toEqual([
		{ line: 2, message: expect.any(String) },
		{ line: 4, message: expect.stringContaining('entry.households') },
	])
})

test('a row of a published ranking that was changed is refused by the hash under which it was published', async () => {
	const text = await exported(storesOf(home))
	const changed = text.replace(/(\\"score\\":)90/, '$191')
	expect(changed).not.toBe(text)
	expect(await read(changed)).toEqual([{ line: expect.any(Number), message: expect.stringContaining('hash') }])
})

test('an export of a newer layout and a file that is none are refused', async () => {
	const newer = await sound((await exported(storesOf(home))).replace('"schema":1', '"schema":99'))
	expect(await conflictsOf(storesOf(away), newer)).toEqual([expect.stringContaining('99')])
	expect(await read('')).toEqual([{ line: 1, message: expect.stringContaining('empty') }])
	expect(await readFile(join(folder, 'export.jsonl'), 'utf8')).toBe('')
})
