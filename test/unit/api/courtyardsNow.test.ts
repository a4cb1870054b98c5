import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getCourtyard, listCourtyards } from '../../../functions/api/courtyards/courtyards.ts'
import { courtyardsNow } from '../../../functions/api/courtyards/courtyardsNow.ts'
import { type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { CourtyardsView, CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { NowScope } from '../../../shared/ports/villagesNow.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryTelemetryStore } from '../../doubles/memoryTelemetryStore.ts'
import { MemoryVillagesNow } from '../../doubles/memoryVillagesNow.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'
import { bodyOf } from '../../doubles/wallDesk.ts'

const START = Date.parse('2026-11-23T06:12:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND
const yards = { 'yard-1': 'village-1', 'yard-2': 'village-1', 'yard-3': 'village-2' } as const

function township(): Registry {
	const known = registryOf(
		...Object.keys(yards).map((id): Device => ({ ...toilet, id: `toilet-of-${id}`, courtyard: id })),
	)
	const villages = [...known.villages.values()].flatMap((one) => [one, { ...one, id: 'village-2' }])
	return {
		...known,
		villages: new Map(villages.map((one) => [one.id, one])),
		courtyards: new Map(Object.entries(yards).map(([id, village]) => [id, { ...courtyard, id, village }])),
	}
}

/** Lists on stores in memory, with a clock to turn. */
function desk(beforeCall: (name: string) => Promise<void> = async () => {}) {
	const store = new MemoryTelemetryStore()
	const villagesNow = new MemoryVillagesNow(beforeCall)
	const known = { registry: township() }
	const clock = { now: START }
	let reads = 0
	const ports = {
		registry: {
			current: async () => known.registry,
			recent: async () => known.registry,
			refreshed: async () => known.registry,
			put: async () => {},
		},
		telemetry: {
			pick: async (keys: readonly { device: string; hour: string }[]) => {
				await beforeCall('pick')
				reads += keys.length
				return keys.flatMap(({ device, hour }) => store.items.get(`${device} ${hour}`) ?? [])
			},
			range: async () => [],
			newest: async () => undefined,
		},
		tasks: new MemoryTaskStore(),
		villagesNow,
		now: () => clock.now,
	}
	const hear = (yard: string, ammonia: number, at = clock.now) =>
		store.add({
			...{ device: `toilet-of-${yard}`, hour: hourOf(at), expires: at },
			readings: [packReading({ at, values: { ammonia } })],
		})
	/** Scores by courtyard. */
	const list = async (viewer: Viewer = staff) => {
		const { courtyards } = CourtyardsView.parse(bodyOf(await listCourtyards(ports, viewer)))
		return Object.fromEntries(courtyards.map(({ id, score }) => [id, score]))
	}
	const page = async (id: string) => CourtyardView.parse(bodyOf(await getCourtyard(ports, staff, id))).score
	return { ports, villagesNow, known, clock, hear, list, page, reads: () => reads }
}
const staff = viewerOf({ role: 'staff', sub: 's' })
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'h' })
const village: Viewer = {
	...{ role: 'village', village: 'village-1', courtyards: new Set(['yard-1', 'yard-2']) },
	person: { id: 'v', name: 'v' },
}
const [good, bad] = [0.1, 3] as const

async function heard() {
	const made = desk()
	for (const yard of Object.keys(yards)) await made.hear(yard, good)
	return made
}

test('for five minutes nobody but the first reader reads what the devices sent', async () => {
	const { list, clock, reads } = await heard()
	const first = await list()
	const once = reads()
	expect(once).toBeGreaterThan(0)
	clock.now += 5 * MINUTE - 1
	expect(await list()).toEqual(first)
	expect(reads()).toBe(once)
	clock.now += 1
	await list()
	expect(reads()).toBeGreaterThan(once)
})

test('a reading is in the list five minutes after it came, and at once on the courtyard’s own page and in its head’s list', async () => {
	const { list, page, hear, clock } = await heard()
	const before = await list()
	clock.now += MINUTE
	await hear('yard-1', bad)
	const after = await page('yard-1')
	expect(after).toBeLessThan(before['yard-1'] ?? 0)
	expect(await list(head)).toEqual({ 'yard-1': after })
	expect(await list()).toEqual(before)
	clock.now += 4 * MINUTE
	expect(await list()).toEqual({ ...before, 'yard-1': after })
})

test('each row says when it was worked out', async () => {
	const { ports, list, clock } = await heard()
	await list()
	clock.now += 4 * MINUTE
	const { courtyards } = CourtyardsView.parse(bodyOf(await listCourtyards(ports, staff)))
	expect(courtyards.map(({ at }) => at)).toEqual(courtyards.map(() => '2026-11-23T06:12:00.000Z'))
})

test('what was worked out for a village serves the township, which reads the other village only', async () => {
	const { list, reads } = await heard()
	const own = await list(village)
	expect(Object.keys(own)).toEqual(['yard-1', 'yard-2'])
	const once = reads()
	const all = await list()
	expect(all).toMatchObject(own)
	expect(reads() - once).toBe(once / 2)
})

test('a device that goes out of service, and one that is new, tell at once', async () => {
	const { list, known, ports } = await heard()
	await list()
	const { devices } = known.registry
	const id = 'toilet-of-yard-1'
	const away = { ...(devices.get(id) ?? toilet), outOfService: [{ from: START - MINUTE, reason: '维修', by: '王芳' }] }
	known.registry = { ...known.registry, devices: new Map([...devices, [id, away]]) }
	expect(await list()).toMatchObject({ 'yard-1': null })
	known.registry = { ...known.registry, devices: new Map([...devices, ['new', { ...toilet, id: 'new' }]]) }
	const { courtyards } = CourtyardsView.parse(bodyOf(await listCourtyards(ports, staff)))
	expect(courtyards.map(({ revolutions }) => revolutions.toilet?.devices)).toEqual([2, 1, 1])
})

test('while a courtyard with sensors has no score, as after a start, it is looked for every half minute', async () => {
	const { list, hear, clock } = desk()
	await hear('yard-1', good)
	expect(await list()).toMatchObject({ 'yard-2': null })
	await hear('yard-2', good)
	clock.now += MINUTE / 2 - 1
	expect(await list()).toMatchObject({ 'yard-2': null })
	clock.now += 1
	expect((await list())['yard-2']).toBeGreaterThan(0)
})

test('a clock that is an hour ahead elsewhere keeps nobody from what is true now', async () => {
	const { list, page, hear, clock } = await heard()
	clock.now += 60 * MINUTE
	await list()
	clock.now -= 55 * MINUTE
	await hear('yard-1', bad)
	expect((await list())['yard-1']).toBe(await page('yard-1'))
})

const asks = fc.record({
	is: fc.constant('ask' as const),
	scope: fc.constantFrom<NowScope>('all', { township: 'town' }, { township: 'town', village: 'village-1' }),
	/** How many ask at once, and at which call of a store the first of them dies. */
	readers: fc.integer({ min: 1, max: 3 }),
	diesAt: fc.nat({ max: 6 }),
	wait: fc.integer({ min: 1, max: 400 }),
})
const readings = fc.record({
	is: fc.constant('reading' as const),
	yard: fc.constantFrom(...Object.keys(yards)),
	ammonia: fc.constantFrom(0.1, 0.6, 3),
	/** Seconds that it comes late. */
	late: fc.integer({ min: 0, max: 900 }),
	twice: fc.boolean(),
	wait: fc.integer({ min: 1, max: 400 }),
})

test('readings late, out of order and twice, readers at once and killed: what is shown is true of its instant, and five minutes later of now', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.oneof(asks, readings), { maxLength: 25 }), async (steps) => {
			let callsLeft = Number.POSITIVE_INFINITY
			const own = desk(async () => {
				callsLeft -= 1
				if (callsLeft === 0) throw new Error('killed')
			})
			/** What anybody would have found who worked all out. */
			const truths = new Map<number, Record<string, number | null>>()
			const scratch = async () => {
				const found = await courtyardsNow(
					{ ...own.ports, villagesNow: new MemoryVillagesNow() },
					own.known.registry,
					'all',
					own.clock.now,
				)
				return Object.fromEntries([...found].map(([id, { score }]) => [id, score]))
			}
			for (const step of steps) {
				own.clock.now += step.wait * SECOND
				if (step.is === 'reading') {
					for (let times = step.twice ? 2 : 1; times > 0; times -= 1)
						await own.hear(step.yard, step.ammonia, own.clock.now - step.late * SECOND)
					continue
				}
				const { now } = own.clock
				truths.set(now, await scratch())
				callsLeft = step.diesAt === 0 ? Number.POSITIVE_INFINITY : step.diesAt
				const shown = await Promise.allSettled(
					Array.from({ length: step.readers }, () => courtyardsNow(own.ports, own.known.registry, step.scope, now)),
				)
				callsLeft = Number.POSITIVE_INFINITY
				for (const answer of shown) {
					if (answer.status === 'rejected') continue
					for (const [id, { score, at }] of answer.value) {
						expect(now - at).toBeLessThan(5 * MINUTE)
						expect(score).toBe(truths.get(at)?.[id])
					}
				}
			}
			own.clock.now += 5 * MINUTE
			expect(await own.list()).toEqual(await scratch())
		}),
		{ numRuns: 60 },
	)
})
