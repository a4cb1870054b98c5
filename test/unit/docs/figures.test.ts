import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { demoRegistry } from '../../../devices/demo/township.ts'
import { cnNorth1 } from '../../../infra/commands/cost/cnNorth1.ts'
import { costOf } from '../../../infra/commands/cost/costOf.ts'
import measuredUnits from '../../../infra/commands/cost/measured.json' with { type: 'json' }
import { MeasuredUnits } from '../../../infra/commands/cost/measuredUnits.ts'
import type { Bill } from '../../../infra/commands/cost/report.ts'
import { Size, sizes } from '../../../infra/commands/cost/size.ts'
import { usEast1 } from '../../../infra/commands/cost/usEast1.ts'
import { tellBill, tellPrices } from '../../../infra/commands/cost/words.ts'

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
/** As the formatter of tables leaves it alone. */
const bare = (line: string): string => line.replace(/\s+/g, ' ').replace(/-+/g, '-').trim()
const measured = MeasuredUnits.parse(measuredUnits)

describe('docs/cost.md', () => {
	const lines = read('docs/cost.md').split('\n').map(bare)
	const bills = [usEast1, cnNorth1].flatMap((table) =>
		sizes.map((known): Bill => {
			const size = Size.parse({ ...known, interval: 300, delivery: 'live', basicIngest: true })
			return { size, table, cost: costOf(size, measured, table) }
		}),
	)

	test.each(bills)('has the bill that is worked out now: $size.name, $table.region', (bill) => {
		const missing = tellBill(bill)
			.split('\n')
			.filter((line) => !lines.includes(bare(line)))
		expect(missing).toEqual([])
	})

	test('has the sums of these bills', () => {
		const sums = bills.map(({ size, table, cost }) => {
			const money = (value: number, digits: number): string =>
				`${table.currency === 'USD' ? '$' : '¥'}${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
			const cells = [
				...[size.name, size.devices.toLocaleString('en'), table.region, money(cost.perMillionReadings, 2)],
				...[money(cost.perMonth, 0), money(cost.perMonth / size.devices, 4)],
				cost.withoutPrice.length === 0 ? 'yes' : 'no',
			]
			return `| ${cells.join(' | ')} |`
		})
		expect(sums.filter((line) => !lines.includes(line))).toEqual([])
	})

	test('has the prices that it is worked out with', () => {
		const told = [usEast1, cnNorth1].flatMap((table) => tellPrices(table).split('\n'))
		expect(told.map(bare).filter((line) => !lines.includes(line))).toEqual([])
	})
})

test('docs/scale.md reckons with what the benches recorded', () => {
	const scale = read('docs/scale.md')
	const { cpuMs, requests } = measured.ingest.live
	expect(scale).toContain(`a reading takes ${cpuMs.toFixed(2)} ms`)
	expect(scale).toContain(`${(cpuMs / requests).toFixed(2)} ms of a CPU`)
	expect(scale).toContain(`${cpuMs.toFixed(2)} ms for ${requests.toFixed(2)} calls`)
	expect(scale).toContain(`at ${measured.rollup.ofADeviceDay.cpuMs.toFixed(1)} ms a\n  device-day`)
})

test('README.md says how large the demo is', () => {
	const { courtyards, devices } = demoRegistry
	expect(read('README.md')).toContain(`${courtyards.length} courtyards and ${devices.length} devices`)
})
