import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { localTables } from '../../integration/stores/localTables.ts'
import { apiOn } from '../ingest/api.ts'
import { CapacityMeter } from '../ingest/capacityMeter.ts'
import { storesOn } from '../ingest/stores.ts'
import { scoredDays } from './scoredDays.ts'

/**
 * What the overview reads in a township, and in one ten times as large, with nothing open in either: what a page reads is to
 * grow with what it shows. Months and appeals are held in memory here and not counted. The last line is one JSON object.
 *
 *   node test/bench/pages/main.ts
 */
const SIZES = [12, 120] as const
const DAYS = 11
const NOW = Date.parse('2026-11-23T04:00:00Z')
const paths = { overview: '/api/overview', changes: '/api/overview/changes' }

const units: Record<string, Record<number, number>> = { overview: {}, changes: {} }
for (const courtyards of SIZES) {
	const tables = await localTables()
	const stores = storesOn(tables, () => NOW)
	try {
		const { township, days } = scoredDays(courtyards, shanghaiDay(NOW), DAYS)
		await stores.registry.put(township)
		for (const day of days) await stores.scores.put(day, 1)
		// A Lambda reads the registry whole when it starts; that is not the price of a page.
		await stores.registry.current()
		const meter = new CapacityMeter(tables.name, new Map())
		meter.count(stores.client)
		for (const [name, path] of Object.entries(paths)) {
			const before = meter.total().readUnits
			await apiOn(stores, NOW)(path, {}, {})
			const read = meter.total().readUnits - before
			console.log(`${path} with ${courtyards} courtyards: ${read} read units`)
			Object.assign(units[name] ?? {}, { [courtyards]: read })
		}
	} finally {
		stores.client.destroy()
		await tables.close()
	}
}
const growth = Object.fromEntries(
	Object.entries(units).map(([name, of]) => [
		name,
		Math.round(((of[SIZES[1]] ?? Number.NaN) / (of[SIZES[0]] ?? Number.NaN)) * 100) / 100,
	]),
)
console.log(JSON.stringify({ units, growth }))
