import { expect, test } from 'vitest'
import type { Task } from '../../../shared/contract/task/task.ts'
import { problemsOf, repairsIn } from '../../../shared/domain/wall/problems.ts'
import { alarmTask, inspectionTask, RAISED, residentTask } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const known = registryOf(toilet)
const november = (...tasks: Task[]) => problemsOf(known, '2026-11', tasks)
const verified = <T extends Task>(task: T, at: number): T => ({
	...task,
	state: 'verified',
	events: [...task.events, { at, actor: { kind: 'machine', id: 'clock' }, type: 'verified', to: 'verified' }],
})
const report = residentTask({ id: 'wall.1', code: 'CODE' }, RAISED)

test('what was reported within the month is counted by who reported it', () => {
	const earlier = alarmTask({ onset: Date.parse('2026-10-31T15:59:00Z') })
	const { reported, underWay } = november(alarmTask(), report, inspectionTask(), { ...earlier, id: 'old' })
	expect(reported).toEqual({ sensors: 1, residents: 1, inspections: 1 })
	expect(underWay).toBe(4)
})

test('what was solved within the month counts, whenever it was reported', () => {
	const old = alarmTask({ onset: Date.parse('2026-10-20T00:00:00Z') })
	const { reported, solved, latest } = november(verified(old, RAISED))
	expect([reported.sensors, solved]).toEqual([0, 1])
	expect(latest).toMatchObject([{ state: 'solved', solvedAt: '2026-11-23T06:15:00.000Z', revolution: 'toilet' }])
})

test('a sensor that needs care and a report that was dismissed are no problems of the courtyard', () => {
	const dismissed: Task = { ...report, state: 'dismissed' }
	expect(november(alarmTask({ concerns: 'device' }), dismissed)).toMatchObject({ underWay: 0, latest: [] })
	expect(repairsIn([alarmTask({ concerns: 'device' }), dismissed], 'yard-1')).toEqual({ underWay: 0, solved: 0 })
})

test('an order is a service and no problem, and is called by its name in the catalogue', () => {
	const order: Task = { ...report, source: 'order', service: 'bulky-waste', id: 'wall.2' }
	const { reported, underWay, services, latest } = november(order)
	expect([reported.residents, underWay, services]).toEqual([0, 0, { ordered: 1, delivered: 0 }])
	expect(latest).toMatchObject([{ what: { zh: '大件垃圾上门收运' }, state: 'under-way' }])
	expect(november({ ...order, service: 'no-longer-offered' }).latest[0]?.what.zh).toBe('点单服务')
})

test('the latest change comes first, and twenty are enough', () => {
	const many = Array.from({ length: 25 }, (_, i) => ({ ...alarmTask({ onset: RAISED + i * 60_000 }), id: `task-${i}` }))
	const { latest } = november(...many)
	expect(latest).toHaveLength(20)
	expect(latest.map(({ reportedAt }) => reportedAt)).toEqual(
		many
			.slice(5)
			.reverse()
			.map(({ alarm }) => new Date(alarm.raisedAt).toISOString()),
	)
})

test('instead of what somebody wrote the wall says which part of the environment it is about', () => {
	expect(november({ ...report, revolution: 'waste' }).latest[0]?.what.zh).toBe('垃圾问题')
	expect(november({ ...report, device: 'toilet-1' }).latest[0]?.what.zh).toBe('厕所问题')
})
