import { expect, test } from 'vitest'
import { sensorOf } from '../../../functions/api/tasks/sensorView.ts'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { alarmTask, inspectionTask, RAISED } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** A reading every five minutes whose value is its number of minutes since the alarm began. */
const telemetry = {
	pick: async () => [],
	newest: async () => undefined,
	range: async (device: string, from: string, to: string) => {
		const hours = []
		for (let start = hourStart(from); hourOf(start) <= to; start += HOUR) {
			const readings = Array.from({ length: 12 }, (_, i) => start + i * 5 * MINUTE).map((at) =>
				packReading({ at, values: { ammonia: (at - RAISED) / MINUTE } }),
			)
			hours.push({ device, hour: hourOf(start), readings, touched: [], rev: 0, settled: 0, ahead: false })
		}
		return hours
	},
}
const registry = registryOf(toilet)
const sensor = (now: number, task: Parameters<typeof sensorOf>[2] = alarmTask()) =>
	sensorOf({ telemetry }, registry, task, now)

test('the readings begin two hours before the alarm, and the newest is the last', async () => {
	const points = (await sensor(RAISED + 20 * MINUTE))?.points ?? []
	expect(points[0]?.value).toBe(-120)
	expect(points.at(-1)?.value).toBeGreaterThanOrEqual(20)
})

test('of a long alarm the last day is shown, in no more points than a small drawing takes, and the worst of them', async () => {
	const points = (await sensor(RAISED + 50 * HOUR))?.points ?? []
	expect(points.length).toBeGreaterThan(30)
	expect(points.length).toBeLessThanOrEqual(61)
	expect(points[0]?.value).toBeGreaterThanOrEqual(26 * 60)
	expect([...points].sort((a, b) => a.at.localeCompare(b.at))).toEqual(points)
})

test('what has no limit to compare with shows no readings', async () => {
	expect(await sensor(RAISED, inspectionTask())).toBeUndefined()
	expect(await sensor(RAISED, alarmTask({ rule: 'silent' }))).toBeUndefined()
	expect(await sensor(RAISED, alarmTask({ device: 'gone' }))).toBeUndefined()
})
