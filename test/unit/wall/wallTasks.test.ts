import { expect, test } from 'vitest'
import { wallTasks } from '../../../functions/api/wall/wallTasks.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { monthStart } from '../../../shared/domain/time/month.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { residentTask, somebody } from '../../doubles/tasks.ts'
import { courtyard } from '../../doubles/township.ts'

const DAY = 86_400_000
const MONTH = '2026-11'
const START = monthStart(MONTH)

const ended = (id: string, state: 'verified' | 'dismissed', at: number, yard: string): Task => {
	const raised = residentTask({ id, code: id }, START - DAY)
	const end = { at, actor: somebody('staff'), type: state, to: state }
	return { ...raised, courtyard: yard, state, events: [...raised.events, end] }
}

async function month(courtyards: number, days: number) {
	const asked: Record<string, number> = {}
	const tasks = new MemoryTaskStore(async (name) => {
		asked[name] = (asked[name] ?? 0) + 1
	})
	for (const task of [
		ended('last-month', 'verified', START - 1, 'yard-0'),
		ended('first', 'verified', START, 'yard-0'),
		ended('dismissed', 'dismissed', START + 1, 'yard-0'),
		ended('elsewhere', 'verified', START + 2, 'another-township'),
		ended('later', 'verified', START + 3, 'yard-1'),
		{ ...residentTask({ id: 'open', code: 'open' }, START - 9 * DAY), courtyard: 'yard-1' },
	])
		await tasks.put(task, undefined)
	const own = Array.from({ length: courtyards }, (_, n) => ({ ...courtyard, id: `yard-${n}` }))
	for (const name of Object.keys(asked)) delete asked[name]
	const found = await wallTasks({ tasks }, own, MONTH, START + days * DAY)
	return { found: found.map(({ id }) => id).sort(), asked }
}

test('open tasks, and those verified since the month began, are the same whether asked for by courtyard or by day', async () => {
	const [byCourtyard, byDay] = [await month(3, 20), await month(30, 20)]
	expect(byCourtyard.found).toEqual(['first', 'later', 'open'])
	expect(byDay.found).toEqual(byCourtyard.found)
	expect([byCourtyard.asked['tasks.ofCourtyard'], byCourtyard.asked['tasks.endedBetween']]).toEqual([3, undefined])
	expect([byDay.asked['tasks.ofCourtyard'], byDay.asked['tasks.endedBetween']]).toEqual([undefined, 1])
})
