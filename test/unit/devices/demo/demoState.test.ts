import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDemoState, writeDemoState } from '../../../../devices/demo/demoState.ts'

let folder = ''
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'demo-state-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a first run has no state, a later one reads what was written', async () => {
	const file = join(folder, 'demo.json')
	expect(await readDemoState(file)).toBeUndefined()
	const state = { seed: 1, start: 1_764_000_000_000, through: { a: 1_764_000_500_000 } }
	await writeDemoState(file, state)
	expect(await readDemoState(file)).toEqual(state)
})

test('a damaged state file is named with the remedy', async () => {
	const file = join(folder, 'demo.json')
	await writeFile(file, '{"seed":')
	await expect(readDemoState(file)).rejects.toThrow(/demo\.json is damaged; delete it/)
})
