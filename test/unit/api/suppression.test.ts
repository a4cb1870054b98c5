import { expect, test } from 'vitest'
import { bringBack, takeOutOfService } from '../../../functions/api/devices/repairs.ts'
import { endShelf, listShelves, shelve } from '../../../functions/api/devices/shelves.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { putRegistry } from '../../../functions/api/registry/putRegistry.ts'
import { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { NewRepair, NewShelf } from '../../../shared/contract/registry/suppression.ts'
import { MemoryRepairs } from '../../doubles/memoryRepairs.ts'
import { MemoryShelves } from '../../doubles/memoryShelves.ts'
import { bin, registryOf } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-3', name: '李强' })
const iso = (at: number) => new Date(at).toISOString()

/** Everything a shelf or a repair needs, with a clock to turn. */
function desk() {
	const shelves = new MemoryShelves()
	const repairs = new MemoryRepairs(registryOf(bin).devices)
	const known = () => ({ ...registryOf(), devices: repairs.devices, shelves: [...shelves.shelves.values()] })
	const registry = {
		current: async () => known(),
		recent: async () => known(),
		refreshed: async () => known(),
		put: async ({ devices }: RegistryImport) => {
			for (const device of devices) repairs.devices.set(device.id, device)
		},
	}
	const clock = { at: NOW }
	return { shelves, repairs, registry, clock, retentionMs: 400 * DAY, now: () => clock.at }
}

/** A perfect wish, to be spoiled one field a test. */
const wish: NewShelf = { rule: 'fill-high', until: 120, reason: '收运车故障' }

test('a shelf is on record with its person, its reason, its times and its rule in both languages', async () => {
	const ports = desk()
	const answer = await shelve(ports, staff, 'bin-1', wish)
	expect(answer).toMatchObject({
		status: 201,
		body: {
			device: 'bin-1',
			rule: 'fill-high',
			from: iso(NOW),
			until: iso(NOW + 120 * MINUTE),
			by: '王芳',
			reason: '收运车故障',
			text: { zh: '垃圾满溢', en: 'bin overfull' },
			isRunning: true,
		},
	})
	expect(await listShelves(ports, head, 'bin-1')).toMatchObject({ body: { shelves: [{ by: '王芳' }] } })
})

test('an end is an instant or minutes from now', async () => {
	const until = async (value: NewShelf['until']) =>
		(await shelve(desk(), staff, 'bin-1', { ...wish, until: value })) as { body: { until: string } }
	expect((await until('2026-11-23T16:00:00+08:00')).body.until).toBe('2026-11-23T08:00:00.000Z')
	expect((await until(90)).body.until).toBe(iso(NOW + 90 * MINUTE))
})

test.each([
	['rule', { ...wish, rule: 'fill-low' }],
	['until', { ...wish, until: iso(NOW) }],
	['until', { ...wish, until: 30 * 24 * 60 + 1 }],
] as const)('a wrong %s is named', async (field, wrong) => {
	expect(await shelve(desk(), staff, 'bin-1', wrong)).toMatchObject({ status: 400, errors: [{ field }] })
})

test.each([
	['until', { ...wish, until: 'tomorrow' }],
	['until', { ...wish, until: 0 }],
	['reason', { ...wish, reason: '  ' }],
	['rule', { ...wish, rule: 'Fill high' }],
	['rule', { until: 60, reason: '收运' }],
] as const)('a shelf without a proper %s is refused by the contract', (field, wrong) => {
	expect(NewShelf.safeParse(wrong).error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('a shelf of 30 days is the longest, for all alarms of a device as well', async () => {
	expect((await shelve(desk(), staff, 'bin-1', { ...wish, rule: '*', until: 30 * 24 * 60 })).status).toBe(201)
})

test.each([
	['for a day', 201, wish],
	['for a day and a minute', 403, { ...wish, until: 24 * 60 + 1 }],
	['an alarm of the sensor', 403, { ...wish, rule: 'battery-low' }],
	['a silence', 403, { ...wish, rule: 'silent' }],
	['everything', 403, { ...wish, rule: '*' }],
] as const)('a courtyard head who shelves %s gets %s', async (_what, status, asked) => {
	expect((await shelve(desk(), head, 'bin-1', { ...asked, until: asked.until })).status).toBe(status)
})

test('a shelf that is ended stays on record with who ended it; ending it again changes nothing', async () => {
	const ports = desk()
	await shelve(ports, staff, 'bin-1', wish)
	const [id = ''] = ports.shelves.shelves.keys()
	ports.clock.at += 10 * MINUTE
	const ended = { until: iso(NOW + 10 * MINUTE), by: '王芳', endedBy: '李强', isRunning: false }
	expect(await endShelf(ports, head, 'bin-1', id)).toMatchObject({ status: 200, body: ended })
	ports.clock.at += MINUTE
	expect(await endShelf(ports, staff, 'bin-1', id)).toMatchObject({ status: 200, body: ended })
	expect(await listShelves(ports, staff, 'bin-1')).toMatchObject({ body: { shelves: [ended] } })
})

test('a head does not end what only staff may shelve, and nobody a shelf of another device', async () => {
	const ports = desk()
	await shelve(ports, staff, 'bin-1', { ...wish, rule: '*' })
	const [id = ''] = ports.shelves.shelves.keys()
	expect((await endShelf(ports, head, 'bin-1', id)).status).toBe(403)
	ports.repairs.devices.set('bin-2', { ...bin, id: 'bin-2' })
	expect((await endShelf(ports, staff, 'bin-2', id)).status).toBe(404)
})

test('a device out of service says since when, by whom and why; a second time is a conflict', async () => {
	const ports = desk()
	const taken = await takeOutOfService(ports, staff, 'bin-1', { reason: '更换传感器' })
	const outOfService = { from: iso(NOW), until: null, by: '王芳', reason: '更换传感器' }
	expect(taken).toEqual({ status: 201, body: { device: 'bin-1', outOfService } })
	ports.clock.at += MINUTE
	expect(await takeOutOfService(ports, staff, 'bin-1', { reason: '更换传感器' })).toMatchObject({
		status: 409,
		detail: expect.stringContaining('王芳'),
	})
})

test('a device is brought back with who did it, and may go out of service again', async () => {
	const ports = desk()
	await takeOutOfService(ports, staff, 'bin-1', { reason: '更换传感器', until: 60 })
	ports.clock.at += 5 * MINUTE
	expect(await bringBack(ports, viewerOf({ role: 'staff', sub: 'u-9' }), 'bin-1')).toMatchObject({ status: 200 })
	expect(await bringBack(ports, staff, 'bin-1')).toMatchObject({ status: 200, body: { outOfService: null } })
	await takeOutOfService(ports, staff, 'bin-1', { reason: '再次更换' })
	expect(ports.repairs.devices.get('bin-1')?.outOfService).toEqual([
		{ from: NOW, until: NOW + 5 * MINUTE, by: '王芳', reason: '更换传感器', endedBy: 'u-9' },
		{ from: NOW + 5 * MINUTE, by: '王芳', reason: '再次更换' },
	])
})

test('a repair that would be over already, or has no reason, is refused by its field', async () => {
	expect(await takeOutOfService(desk(), staff, 'bin-1', { reason: '更换', until: iso(NOW) })).toMatchObject({
		errors: [{ field: 'until' }],
	})
	expect(NewRepair.safeParse({}).error?.issues.map(({ path }) => path[0])).toEqual(['reason'])
	expect((await takeOutOfService(desk(), staff, 'bin-9', { reason: '更换' })).status).toBe(404)
})

test('a device put into the registry again keeps its times under repair', async () => {
	const ports = desk()
	await takeOutOfService(ports, staff, 'bin-1', { reason: '更换传感器' })
	await putRegistry(ports, RegistryImport.parse({ devices: [{ ...bin, interval: 600 }] }))
	expect(ports.repairs.devices.get('bin-1')).toMatchObject({ interval: 600, outOfService: [{ from: NOW }] })
})
