import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { violations } from './importRules.ts'

const ROOT = join(import.meta.dirname, '../../..')
const BAD = join(ROOT, 'test/fixtures/forbidden-imports')
const badFiles = [
	'shared/domain/knowsNode.ts',
	'functions/ingest/knowsAws.ts',
	'functions/ingest/otherHandler.ts',
	'functions/adapters/knowsUseCase.ts',
	'infra/knowsHandler.ts',
	'infra/knowsStore.ts',
	'devices/codecs/knowsDomain.ts',
	'web/desk/knowsUseCase.ts',
	'infra/commands/knowsAdapter.ts',
]

test('every folder imports only what it may', () => {
	expect(violations(ROOT)).toEqual([])
})

test('a file that imports what it may not is found, in every folder', () => {
	expect(new Set(violations(BAD, ROOT).map(({ file }) => file))).toEqual(new Set(badFiles))
})

test('the linter refuses the same files', () => {
	const folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
	try {
		const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'))
		writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false }, files: {} }))
		cpSync(BAD, folder, { recursive: true })
		const { stdout } = spawnSync(
			join(ROOT, 'node_modules/.bin/biome'),
			['lint', '--reporter=json', '--only=style/noRestrictedImports', '.'],
			{ cwd: folder, encoding: 'utf8' },
		)
		const reported = JSON.stringify(JSON.parse(stdout))
		expect(badFiles.filter((file) => !reported.includes(file))).toEqual([])
	} finally {
		rmSync(folder, { recursive: true })
	}
})
