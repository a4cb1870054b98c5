import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Row } from '../../bench/scale/row.ts'

const bench = fileURLToPath(new URL('../../bench/scale/main.ts', import.meta.url))

test('the last line is one JSON object with a row for each size, all of the same readings a device', () => {
	const args = ['--disable-warning=ExperimentalWarning', bench, '--sizes', '40,400', '--readings', '4']
	const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n')
	const Last = z.strictObject({ readingsPerDevice: z.literal(4), rows: z.array(Row) })
	const { rows } = Last.parse(JSON.parse(lines.at(-1) ?? ''))
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
