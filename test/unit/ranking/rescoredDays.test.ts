import { expect, test } from 'vitest'
import { readDay } from '../../../functions/rollup/readDay.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { defaultProfile as profile } from '../../../shared/domain/profile/defaultProfile.ts'
import { courtyardsOf, placedDevices } from '../../../shared/domain/score/placedDevices.ts'
import { scoreVillageDay } from '../../../shared/domain/score/villageDay.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { daysOfMonth } from '../../../shared/domain/time/shanghai.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'
import { rescoredDays } from '../../../shared/work/rescoredDays.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const HOUR = 3_600_000
const MONTH = '2026-11'
const other: Device = { ...toilet, id: 'toilet-2', left: '2026-11-20' }
const registry = registryOf(toilet, other)

/** One toilet reports all month but for two days, the other falls silent for good on the 12th. */
const items: DeviceHour[] = [toilet, other].flatMap(({ id }) => {
	const hours: DeviceHour[] = []
	for (let at = Date.parse('2026-10-20T00:00:00Z'); at < Date.parse('2026-12-01T00:00:00Z'); at += HOUR) {
		const day = new Date(at).toISOString().slice(0, 10)
		if (id === 'toilet-1' ? day === '2026-11-05' || day === '2026-11-06' : day > '2026-11-12') continue
		const readings = Array.from({ length: 6 }, (_, i) =>
			packReading({ at: at + i * 600_000, values: { ammonia: 0.3 + ((at / HOUR + i) % 7) / 10, battery: 80 } }),
		)
		hours.push({ device: id, hour: hourOf(at), readings, touched: [], rev: 0, settled: 0, ahead: false })
	}
	return hours
})
const within = (device: string, from: string, to: string) =>
	items.filter((item) => item.device === device && from <= item.hour && item.hour <= to)
const before = (device: string, hour: string) => within(device, '', hour).at(-1)

test('scored from the readings of the whole month at once, each day is as the rollup scores it', async () => {
	const telemetry = {
		range: async (...asked: Parameters<typeof within>) => within(...asked),
		newest: async (...asked: Parameters<typeof before>) => before(...asked),
	}
	const exclusions = { between: async () => [] }
	const found = await rescoredDays({ telemetry, exclusions }, { registry, profile, village: 'village-1', month: MONTH })
	const history = {
		between: async (...asked: Parameters<typeof within>) => within(...asked),
		previous: async (device: string, hour: string) =>
			items.filter((item) => item.device === device && item.hour < hour).at(-1),
	}
	for (const day of daysOfMonth(MONTH)) {
		const placed = placedDevices(registry, day).get('village-1') ?? []
		const read = await readDay(history, profile, day, placed)
		const [expected] = scoreVillageDay({
			profile,
			day,
			devices: placed,
			...read,
			exclusions: [],
			courtyards: courtyardsOf(placed),
		})
		expect(found.get('yard-1')?.find((one) => one.day === day)).toEqual(expected)
	}
})
