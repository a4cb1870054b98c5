import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLogFile } from '../../../infra/local/lambda/logFile.ts'
import { temporaryFolder } from './temporaryFolder.ts'

test('lines are written with their time, in a folder that is made for them, and a later start goes on', () => {
	const path = join(temporaryFolder(), 'logs', 'ingest.log')
	for (const text of ['first', '第二']) {
		const log = openLogFile(path)
		log.line(text)
		log.close()
	}
	const lines = readFileSync(path, 'utf8').split('\n')
	expect(lines).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\S+Z first$/), expect.stringMatching(/Z 第二$/), ''])
})

test('a log never takes more than twice its bound, and keeps the newest lines', () => {
	const path = join(temporaryFolder(), 'ingest.log')
	const log = openLogFile(path, 1000)
	for (let line = 0; line < 200; line += 1) {
		log.line(`line ${line}`)
		if (line % 5 === 4) log.close()
	}
	expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThanOrEqual(2000)
	expect(readFileSync(path, 'utf8')).toContain('line 199')
})
