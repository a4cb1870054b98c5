import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parts } from '../../bench/frame/parts.ts'
import { runPart } from '../../bench/frame/runPart.ts'

const web = parts.find(({ name }) => name === 'web')
let empty: string
beforeEach(async () => {
	empty = await mkdtemp(join(tmpdir(), 'no-programs-'))
})
afterEach(async () => {
	vi.unstubAllEnvs()
	await rm(empty, { recursive: true })
})

test('where there is no Chromium the weight of pages is said not to be measured, with the reason', async () => {
	if (!web) throw new Error('there is a part for the pages')
	vi.stubEnv('PATH', empty)
	await expect(runPart(web)).rejects.toThrow('there is no Chromium on the PATH')
})
