import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** Runs a command as its npm script does. */
const run = async (program: string, args: readonly string[], input = '') => {
	const child = spawn(process.execPath, ['infra/local/launch.mjs', `../commands/${program}`, ...args], { cwd: ROOT })
	let output = ''
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text
	})
	child.stdin.end(input)
	const code = await new Promise((resolve) => child.on('close', resolve))
	return { code, lines: output.trimEnd().split('\n') }
}

test('ten thousand lines of values get ten thousand answers in their order, whatever stands between', async () => {
	const values = Array.from({ length: 10_000 }, (_, i) =>
		i === 5000 ? 'oops' : JSON.stringify({ ammonia: i / 10_000 }),
	)
	const { code, lines } = await run('indexValues.ts', ['--toilet-class', '2'], `${values.join('\r\n')}\r\n`)
	expect(code).toBe(0)
	expect(lines).toHaveLength(10_000)
	expect(JSON.parse(lines[3000] ?? '')).toEqual({ index: 90, primary: ['ammonia'], indices: { ammonia: 90 } })
	expect(JSON.parse(lines[5000] ?? '')).toMatchObject({ error: { field: 'line', got: 'oops' } })
})

test('another table is another index', async () => {
	const { lines } = await run('indexValues.ts', ['--profile', 'test/profiles/epa-2024.json'], '{"PM2.5_24h":35.92}\n')
	expect(lines.map((line) => JSON.parse(line))).toEqual([
		{ index: 102, primary: ['PM2.5_24h'], indices: { 'PM2.5_24h': 102 } },
	])
})

test('a sound profile is summed up, a file that is none ends with code 1, wrong usage with 2', async () => {
	const sound = await run('profile.ts', ['check', 'shared/profiles/sichuanRural.json'])
	expect(sound).toMatchObject({ code: 0, lines: expect.arrayContaining([expect.stringContaining('2026.1')]) })
	expect(await run('profile.ts', ['check', 'package.json'])).toMatchObject({ code: 1 })
	expect(await run('indexValues.ts', ['--profile', 'package.json'], '{}')).toMatchObject({ code: 1, lines: [''] })
	expect(await run('profile.ts', ['check'])).toMatchObject({ code: 2 })
})
