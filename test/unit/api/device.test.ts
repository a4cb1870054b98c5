import { expect, test } from 'vitest'
import { sheetFiles } from '../../../functions/adapters/http/sheetFiles.ts'
import { listCourtyards } from '../../../functions/api/courtyards/courtyards.ts'
import { getDevice } from '../../../functions/api/devices/details.ts'
import { CsvQuery, getReadingsCsv } from '../../../functions/api/devices/readingsCsv.ts'
import type { Outcome } from '../../../shared/contract/http/outcome.ts'
import { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import { CourtyardsView } from '../../../shared/contract/score/liveViews.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryTelemetryStore } from '../../doubles/memoryTelemetryStore.ts'
import { MemoryVillagesNow } from '../../doubles/memoryVillagesNow.ts'
import { head, staff } from '../../doubles/scoringDesk.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')

/** A toilet with these readings, [milliseconds ago, values]. */
const desk = async (...readings: readonly (readonly [number, Values])[]) => {
	const store = new MemoryTelemetryStore()
	for (const [ago, values] of readings) {
		const at = NOW - ago
		await store.add({ device: toilet.id, hour: hourOf(at), readings: [packReading({ at, values })], expires: 9e9 })
	}
	const hours = () => store.hours(toilet.id)
	return {
		registry: { ...fixedRegistry(registryOf({ ...toilet, serial: 'SN-4711' })), put: async () => {} },
		telemetry: {
			pick: async (keys: readonly { hour: string }[]) =>
				hours().filter(({ hour }) => keys.some((k) => k.hour === hour)),
			newest: async () => undefined,
			range: async (_: string, from: string, to: string) => hours().filter(({ hour }) => hour >= from && hour <= to),
		},
		tasks: new MemoryTaskStore(),
		sheets: sheetFiles,
		retentionMs: 400 * 86_400_000,
		now: () => NOW,
	}
}
const details = async (viewer = staff) => {
	const outcome = await getDevice(await desk([60_000, { ammonia: 0.5 }]), viewer, toilet.id)
	return DeviceDetails.parse('body' in outcome ? outcome.body : outcome)
}
const textOf = (outcome: Outcome): string =>
	'file' in outcome ? String(outcome.file?.content) : JSON.stringify(outcome)
const csv = async (query: Record<string, string>, ...readings: readonly (readonly [number, Values])[]) =>
	textOf(await getReadingsCsv(await desk(...readings), staff, toilet.id, CsvQuery.parse(query)))

test('a device is told with the limits it is judged by, and which of them is the pass mark', async () => {
	const { limits, holdSeconds, courtyardName, values } = await details()
	expect(limits.find(({ rule }) => rule === 'ammonia-high')).toMatchObject({
		value: 1,
		direction: 'high',
		isPass: true,
	})
	expect({ holdSeconds, courtyard: courtyardName.zh }).toEqual({ holdSeconds: 900, courtyard: '桂花院落' })
	expect(values.ammonia?.value).toBe(0.5)
})

test('the serial number, with which a device gets its certificate, is not told here', async () => {
	const ports = await desk()
	for (const viewer of [head, staff]) expect(textOf(await getDevice(ports, viewer, toilet.id))).not.toContain('SN-4711')
})

test('a head may shelve alarms of the courtyard, not those of the sensor', async () => {
	const { rules } = await details(head)
	const isYours = (id: string) => rules.find(({ rule }) => rule === id)?.isYours
	expect([isYours('ammonia-high'), isYours('silent')]).toEqual([true, false])
})

test('readings come as a table in the reader’s words, with the time of the township', async () => {
	const table = await csv({}, [60_000, { ammonia: 0.5, battery: 80 }], [120_000, { ammonia: 0.4 }])
	expect(table.replace('\uFEFF', '').split('\r\n')).toEqual([
		'"时间","氨气 mg/m³","电量 %"',
		'"2026-11-23 14:10:00","0.4",',
		'"2026-11-23 14:11:00","0.5","80"',
		'',
	])
})

test('by four hours, each row tells least, mean, greatest and how many', async () => {
	const table = await csv(
		{ resolution: 'four-hours', lang: 'en' },
		[60_000, { ammonia: 1 }],
		[3_600_000, { ammonia: 2 }],
		[3 * 3_600_000, { ammonia: 9 }],
	)
	expect(table.split('\r\n').slice(1, 3)).toEqual([
		'"2026-11-23 08:00:00","9","9","9","1"',
		'"2026-11-23 12:00:00","1","1.5","2","2"',
	])
})

test('what does not fit into one file is refused instead of being cut off', async () => {
	expect(await csv({ from: '2026-11-01T00:00:00Z' }, [60_000, { ammonia: 1 }])).toContain('Too much for one file')
})

test('a courtyard names the devices whose clock is wrong, and says nothing of clocks where all are right', async () => {
	const clocksOf = async (lag: number) => {
		const { telemetry, ...rest } = await desk([60_000, { ammonia: 0.5 }])
		const pick: typeof telemetry.pick = async (keys) => (await telemetry.pick(keys)).map((hour) => ({ ...hour, lag }))
		const villagesNow = new MemoryVillagesNow()
		const outcome = await listCourtyards({ ...rest, villagesNow, telemetry: { ...telemetry, pick } }, staff)
		const { courtyards } = CourtyardsView.parse('body' in outcome ? outcome.body : outcome)
		return courtyards.flatMap(({ clocks }) => (clocks === undefined ? [] : [clocks]))
	}
	expect(await clocksOf(-185_000)).toEqual([[{ device: toilet.id, offSeconds: 185 }]])
	expect(await clocksOf(2_000)).toEqual([])
})
