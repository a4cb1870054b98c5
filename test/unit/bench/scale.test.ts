import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from '../../../shared/contract/zod.ts'
import { Row } from '../../bench/scale/row.ts'

const bench = fileURLToPath(new URL('../../bench/scale/main.ts', import.meta.url))

/** What the bench says, line by line, and the rows of its last one. */
function scaled(sizes: string, readings: number): { lines: string[]; rows: Row[] } {
	const args = ['--disable-warning=ExperimentalWarning', bench, '--sizes', sizes, '--readings', `${readings}`]
	const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n')
	const Last = z.strictObject({ readingsPerDevice: z.literal(readings), rows: z.array(Row) })
	return { lines, rows: Last.parse(JSON.parse(lines.at(-1) ?? '')).rows }
}

test('the last line is one JSON object with a row for each size, all of the same readings a device', () => {
	const { lines, rows } = scaled('40,400', 4)
	expect(rows.map(({ devices, readings, tasks }) => [devices, readings, tasks])).toEqual([
		[40, 160, 1],
		[400, 1600, 10],
	])
	// What a reading costs does not depend on how many there are.
	const [few, many] = rows
	for (const cost of ['writeUnits', 'readUnits', 'requests'] as const) {
		const ratio = (many?.[cost] ?? 0) / (few?.[cost] ?? 0)
		expect(Math.abs(ratio - 1), cost).toBeLessThan(0.05)
	}
	expect(lines.slice(0, -1).join('\n')).toMatch(/devices .*write units .*requests .*CPU µs .*peak bytes[\s\S]*\n +400 /)
})

test('docs/scale.md says what a thousand devices take now, but for what a busy machine makes of it', () => {
	const { rows } = scaled('1000', 12)
	const doc = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8')
	const told = doc
		.split('\n')
		.filter((line) => line.startsWith('| 1,000 '))
		.map((line) => line.split('|').map((cell) => Number(cell.replace(',', ''))))
	const [reading = [], device = []] = told
	const { writeUnits, readUnits, requests, messagesPerBatch, tasks, sweep, registry } = rows[0] ?? {}
	const [, , , w, r, calls, , batch, made] = reading
	expect([w, r, calls]).toEqual([writeUnits, readUnits, requests].map((value) => Number(value?.toFixed(3))))
	expect([batch, made]).toEqual([messagesPerBatch, tasks])
	expect([device[3], device[6]]).toEqual([sweep?.mostRequests, registry?.readUnits])
})
