import { expect, test } from 'vitest'
import { endDeputy, listDeputies, nameDeputy } from '../../../functions/api/courtyards/deputies.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { putRegistry } from '../../../functions/api/registry/putRegistry.ts'
import { isProblem, type Outcome } from '../../../shared/contract/http/outcome.ts'
import { DeputiesView, NewDeputy } from '../../../shared/contract/people/deputies.ts'
import { type Courtyard, RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { inChargeOn } from '../../../shared/domain/person/inCharge.ts'
import { MemoryDeputies } from '../../doubles/memoryDeputies.ts'
import { courtyard, registryOf } from '../../doubles/township.ts'

/** 25 November in Shanghai is still the 24th in London. */
const NOW = Date.parse('2026-11-24T17:00:00Z')
const headed: Courtyard = { ...courtyard, inCharge: { person: { id: 'wang', name: '王芳' }, deputies: [] } }
const head = viewerOf({ role: 'head', sub: 'wang', name: '王芳', courtyards: 'yard-1' })
const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '周敏' })
const wish = NewDeputy.parse({
	name: '李四',
	phone: '138 0000 0000',
	account: 'li-si',
	from: '2026-11-26',
	until: '2026-11-30',
})

const desk = (own: Courtyard = headed) => {
	const deputies = new MemoryDeputies(new Map([[own.id, own]]))
	const known = async () => ({ ...registryOf(), courtyards: deputies.courtyards })
	const clock = { at: NOW }
	const registry = {
		...{ current: known, recent: known, refreshed: known },
		put: async ({ courtyards }: RegistryImport) => {
			for (const one of courtyards) deputies.courtyards.set(one.id, one)
		},
	}
	const inCharge = (day: string) => inChargeOn(deputies.courtyards.get('yard-1') ?? own, day)?.name
	return { deputies, registry, clock, inCharge, now: () => clock.at }
}
const view = (outcome: Outcome) => {
	if (isProblem(outcome)) throw new Error(outcome.detail)
	return DeputiesView.parse(outcome.body)
}

test('a head names his deputy; on those days he is in charge, and then the head is again, by the calendar alone', async () => {
	const ports = desk()
	expect(await nameDeputy(ports, head, 'yard-1', wish)).toMatchObject({ status: 201 })
	expect(['2026-11-25', '2026-11-26', '2026-11-30', '2026-12-01'].map(ports.inCharge)).toEqual([
		'王芳',
		'李四',
		'李四',
		'王芳',
	])
	expect(view(await listDeputies(ports, head, 'yard-1'))).toMatchObject({
		today: { name: '王芳', isDeputy: false },
		deputies: [{ name: '李四', phone: '138 0000 0000', status: 'planned', namedBy: '王芳' }],
		mayChange: true,
	})
	ports.clock.at += 86_400_000
	expect(view(await listDeputies(ports, staff, 'yard-1'))).toMatchObject({
		today: { name: '李四', isDeputy: true },
		deputies: [{ status: 'acting' }],
	})
})

test('the same wish again is the same deputy', async () => {
	const ports = desk()
	await nameDeputy(ports, head, 'yard-1', wish)
	expect(await nameDeputy(ports, head, 'yard-1', wish)).toMatchObject({ status: 200 })
	expect(ports.deputies.courtyards.get('yard-1')?.inCharge?.deputies).toHaveLength(1)
})

test('it can be ended early, at once, and by whom stays on record; twice is once', async () => {
	const ports = desk()
	await nameDeputy(ports, head, 'yard-1', { ...wish, from: '2026-11-25' })
	ports.clock.at += 2 * 86_400_000
	expect(ports.inCharge('2026-11-27')).toBe('李四')
	const ended = view(await endDeputy(ports, staff, 'yard-1', '2026-11-25'))
	expect(ended.deputies).toMatchObject([{ until: '2026-11-26', status: 'over', endedBy: '周敏' }])
	expect(ports.inCharge('2026-11-27')).toBe('王芳')
	expect(view(await endDeputy(ports, head, 'yard-1', '2026-11-25'))).toEqual({ ...ended })
})

test.each([
	['days that are over', { from: '2026-11-24' }, 400],
	['more than a quarter', { until: '2027-03-01' }, 400],
])('%s are refused', async (_what, change, status) => {
	expect(await nameDeputy(desk(), head, 'yard-1', { ...wish, ...change })).toMatchObject({ status })
})

test('two at once are refused; after the first is ended the second may be named', async () => {
	const ports = desk()
	await nameDeputy(ports, head, 'yard-1', wish)
	const other = { ...wish, name: '赵敏', account: 'zhao', from: '2026-11-28', until: '2026-12-02' }
	expect(await nameDeputy(ports, head, 'yard-1', other)).toMatchObject({ status: 409 })
	await endDeputy(ports, head, 'yard-1', wish.from)
	expect(await nameDeputy(ports, head, 'yard-1', other)).toMatchObject({ status: 201 })
})

test('whoever only stands in names nobody else, and the head of another courtyard sees nothing', async () => {
	const ports = desk()
	await nameDeputy(ports, head, 'yard-1', { ...wish, from: '2026-11-25' })
	const deputy = viewerOf({ role: 'head', sub: 'li-si', name: '李四', courtyards: 'yard-1' })
	expect(await endDeputy(ports, deputy, 'yard-1', '2026-11-25')).toMatchObject({ status: 403 })
	expect(view(await listDeputies(ports, deputy, 'yard-1')).mayChange).toBe(false)
	const stranger = viewerOf({ role: 'head', sub: 'x', name: 'x', courtyards: 'yard-2' })
	expect(await listDeputies(ports, stranger, 'yard-1')).toMatchObject({ status: 403 })
})

test('where the registry names nobody, the head who names a deputy is in charge', async () => {
	const ports = desk(courtyard)
	expect(await nameDeputy(ports, staff, 'yard-1', wish)).toMatchObject({ status: 409 })
	expect(await nameDeputy(ports, head, 'yard-1', wish)).toMatchObject({ status: 201 })
	expect(ports.deputies.courtyards.get('yard-1')?.inCharge?.person).toEqual({ id: 'wang', name: '王芳' })
})

test('an entry that is put into the registry forgets no deputy whom a head named', async () => {
	const ports = desk()
	await nameDeputy(ports, head, 'yard-1', wish)
	const put = (own: object) => putRegistry(ports, RegistryImport.parse({ courtyards: [{ ...courtyard, ...own }] }))
	for (const own of [
		{},
		{ inCharge: { person: { id: 'wang', name: '王芳' } } },
		{
			inCharge: {
				person: { id: 'wang', name: '王芳' },
				deputies: [{ person: { id: 'z', name: '赵敏' }, from: '2027-01-01', until: '2027-01-02' }],
			},
		},
	]) {
		expect(await put(own)).toMatchObject({ status: 200 })
		expect(ports.inCharge('2026-11-27')).toBe('李四')
	}
	expect(ports.inCharge('2027-01-01')).toBe('赵敏')
})
