import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { award, redeem, reverse, statement } from '../../../functions/api/points/points.ts'
import type { PointEntry } from '../../../shared/contract/wall/points.ts'
import { awardId, balanceOf, decide } from '../../../shared/domain/points/ledger.ts'
import { MemoryPointLedger } from '../../doubles/memoryPointLedger.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { alarmTask, RAISED, residentTask } from '../../doubles/tasks.ts'
import { courtyard, registryOf } from '../../doubles/township.ts'

const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })
const village = viewerOf({ role: 'head', courtyards: 'yard-2' })
const HOME = 'yard-1.12'

async function desk(beforeCall?: (name: string) => Promise<void>) {
	const known = registryOf()
	const registry = { ...known, courtyards: new Map([...known.courtyards, ['yard-2', { ...courtyard, id: 'yard-2' }]]) }
	const current = async () => registry
	const tasks = new MemoryTaskStore()
	const reported = { ...residentTask({ id: 'wall.1', code: 'X' }, RAISED), state: 'verified' as const }
	for (const task of [reported, alarmTask(), { ...reported, id: 'wall.2', state: 'fixed' as const }])
		await tasks.put(task, undefined)
	const points = new MemoryPointLedger(beforeCall)
	const readers = { current, recent: current, refreshed: current, put: async () => {} }
	return { registry: readers, tasks, points, now: () => RAISED }
}
const report = { task: 'wall.1', rule: 'verified-report' }

test('verified help earns the points of its rule once, however often it is sent or by how many at once', async () => {
	const ports = await desk()
	const all = await Promise.all([award(ports, staff, HOME, report), award(ports, staff, HOME, report)])
	expect(all.map(({ status }) => status).sort()).toEqual([200, 201])
	expect(await award(ports, staff, HOME, report)).toMatchObject({ status: 200, body: { balance: 2 } })
	await award(ports, staff, HOME, { ...report, rule: 'volunteer-fix' })
	expect(await statement(ports, staff, HOME)).toMatchObject({
		body: {
			balance: 7,
			entries: [
				{ rule: 'volunteer-fix', points: 5, balance: 7 },
				{ id: awardId('wall.1', 'verified-report'), points: 2, balance: 2, by: { name: '王芳' }, reason: '有效上报' },
			],
		},
	})
})

test.each([
	[409, { ...report, task: 'wall.2' }],
	[400, { ...report, rule: 'helping-hand' }],
	[400, { ...report, rule: 'nothing' }],
	[400, { ...report, task: 'nothing' }],
])('%i: nothing is paid for %j', async (status, wish) => {
	const ports = await desk()
	expect((await award(ports, staff, HOME, wish)).status).toBe(status)
	expect(ports.points.lines.size).toBe(0)
})

test('a task of one courtyard pays no household of another, and nobody looks into another courtyard', async () => {
	const ports = await desk()
	expect((await award(ports, staff, 'yard-2.1', report)).status).toBe(400)
	expect((await statement(ports, village, HOME)).status).toBe(403)
	expect((await statement(ports, staff, 'yard-9.1')).status).toBe(404)
	expect((await statement(ports, staff, 'yard-1')).status).toBe(404)
})

test('nobody redeems more than there is, not even twice at once; the same key is one redemption', async () => {
	const ports = await desk()
	await award(ports, staff, HOME, { ...report, rule: 'volunteer-fix' })
	const soap = (key: string) => redeem(ports, staff, HOME, { key, points: 3, reason: '洗衣液' })
	const both = await Promise.all([soap('handed-out-1'), soap('handed-out-2')])
	expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
	expect((await soap('handed-out-1')).status + (await soap('handed-out-2')).status).toBe(200 + 409)
	expect(await statement(ports, staff, HOME)).toMatchObject({ body: { balance: 2 } })
})

test('a mistake is taken back by a line of its own, once; what was stands for ever', async () => {
	const ports = await desk()
	await award(ports, staff, HOME, report)
	const mistake = { entry: awardId('wall.1', 'verified-report'), reason: '记错户' }
	expect(await reverse(ports, staff, HOME, mistake)).toMatchObject({ status: 201, body: { balance: 0 } })
	expect(await reverse(ports, staff, HOME, mistake)).toMatchObject({ status: 200, body: { balance: 0 } })
	expect((await award(ports, staff, HOME, report)).status).toBe(200)
	expect(ports.points.lines.get(HOME)).toHaveLength(2)
	expect((await reverse(ports, staff, HOME, { ...mistake, entry: `reversal.${mistake.entry}` })).status).toBe(409)
	expect((await reverse(ports, staff, HOME, { ...mistake, entry: 'nothing' })).status).toBe(404)
})

test('killed anywhere and sent again, an award is one line', async () => {
	for (let dies = 1; dies <= 3; dies += 1) {
		let calls = 0
		const ports = await desk(async () => {
			calls += 1
			if (calls === dies) throw new Error('killed')
		})
		await expect(award(ports, staff, HOME, report)).rejects.toThrow('killed')
		await award(ports, staff, HOME, report)
		expect(ports.points.lines.get(HOME)).toHaveLength(1)
	}
})

test('in any order and with any repetition, the balance is the sum of the lines, no line is there twice, and no redemption goes below zero', () => {
	const by = { id: 'u', name: '王芳' }
	const number = fc.integer({ min: 1, max: 8 })
	const wish: fc.Arbitrary<PointEntry> = fc.oneof(
		number.map((n) => ({ id: `award.${n}`, kind: 'award' as const, points: n, reason: 'r', at: 0, by })),
		number.map((n) => ({ id: `redemption.${n}`, kind: 'redemption' as const, points: -n, reason: 'r', at: 0, by })),
		number.map((n) => {
			const reverses = n % 2 ? `award.${n}` : `redemption.${n}`
			return { id: `reversal.${reverses}`, kind: 'reversal' as const, points: 0, reason: 'r', at: 0, by, reverses }
		}),
	)
	fc.assert(
		fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
			let lines: PointEntry[] = []
			for (const one of wishes) {
				const before = balanceOf(lines)
				const decision = decide(lines, one)
				if (decision.is !== 'add') continue
				lines = [...lines, decision.entry]
				expect(balanceOf(lines)).toBe(before + decision.entry.points)
				if (one.kind === 'redemption') expect(balanceOf(lines)).toBeGreaterThanOrEqual(0)
			}
			expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
			for (const { reverses, points } of lines.filter(({ kind }) => kind === 'reversal'))
				expect(lines.find(({ id }) => id === reverses)?.points).toBe(0 - points)
		}),
	)
})
