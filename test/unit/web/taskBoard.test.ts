import { expect, test } from 'vitest'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { lastMonths } from '../../../web/desk/lastMonths.ts'
import { actionFrom, emptyForm } from '../../../web/desk/tasks/actionFields.ts'
import { said } from '../../../web/desk/tasks/said.ts'
import { dueKey, filterFrom, fits, isOverdue } from '../../../web/desk/tasks/taskFilter.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const task = {
	courtyard: 'lijia',
	revolution: 'waste',
	severity: 'major',
	source: 'alarm',
	assignee: null,
	next: { by: '2026-11-24T07:00:00.000Z', isOverdue: true, text: { zh: '', en: '' } },
} as TaskView
const villageOf = (): string => 'qinglong'
const asking = (query: string, but?: 'severity') =>
	fits(task, filterFrom(new URLSearchParams(query)), villageOf, now, but)

test('a task is shown when it fits every filter of the address', () => {
	expect(asking('')).toBe(true)
	expect(asking('village=qinglong&revolution=waste&severity=major&source=alarm&clock=overdue&assignee=none')).toBe(true)
	for (const other of ['village=bailin', 'revolution=toilet', 'severity=minor', 'source=order'])
		expect(asking(other), other).toBe(false)
})

test('a chip counts what it would leave beside the other filters', () => {
	expect(asking('severity=minor', 'severity')).toBe(true)
	expect(asking('severity=minor&source=order', 'severity')).toBe(false)
})

test('a task is overdue by the reader’s clock, and what waits for nobody never is', () => {
	expect(isOverdue(task, now)).toBe(true)
	expect(isOverdue(task, now - 7_200_000)).toBe(false)
	expect(isOverdue({ next: null }, now)).toBe(false)
	expect(dueKey({ next: null })).toBeNull()
})

test('each form becomes the action that the API knows', () => {
	const people = { me: { id: 'u-1', name: '周敏' }, head: '李国富' }
	const from = (type: Parameters<typeof actionFrom>[0], change: Partial<typeof emptyForm>) =>
		actionFrom(type, { ...emptyForm, ...change }, people)
	expect(from('assign', {})).toEqual({ type: 'assign', assignee: people.me })
	expect(from('assign', { assignee: 'head' })).toEqual({ type: 'assign', assignee: { id: '李国富', name: '李国富' } })
	expect(from('assign', { assignee: 'other', name: ' 王强 ' })).toMatchObject({ assignee: { name: '王强' } })
	expect(from('assign', { assignee: 'none', note: '轮班' })).toEqual({ type: 'assign', assignee: null, note: '轮班' })
	expect(from('dismiss', { reason: 'false-alarm' })).toEqual({ type: 'dismiss', reason: 'false-alarm' })
	expect(from('retriage', { triage: 'big', note: '跨村' })).toEqual({ type: 'retriage', triage: 'big', reason: '跨村' })
	expect(from('handOver', { rung: 'party-branch', note: '缺车' })).toMatchObject({
		rung: 'party-branch',
		reason: '缺车',
	})
	expect(from('reopen', { note: '还在漏' })).toEqual({ type: 'reopen', note: '还在漏' })
})

test('what was left empty is not sent', () => {
	expect(said({ what: ' 满了 ', place: ' ', revolution: '' })).toEqual({ what: '满了' })
})

test('a year of months, the latest first', () => {
	expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
