import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { taskView } from '../../../functions/api/tasks/taskView.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { latestEvents } from '../../../web/phone/me/latestEvents.ts'
import { sortOpen } from '../../../web/phone/tasks/sortOpen.ts'
import { LinkSecret } from '../../../web/t/linkSecret.ts'
import { takeToken } from '../../../web/t/linkToken.ts'
import { alarmTask, inspectionTask, RAISED, somebody } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'h', name: '李国富' })
const view = (task: Task) => taskView(registryOf(toilet), task, head, RAISED + 5 * MINUTE)
const does = (task: Task, action: Parameters<typeof applyAction>[1], minutes: number): Task => {
	const result = applyAction(task, action, somebody('head'), RAISED + minutes * MINUTE, defaultProfile)
	if (result.is !== 'done') throw new Error(result.refusal.because)
	return result.task
}

test('what is due first stands first, and what waits for others last', () => {
	const fixed = does(alarmTask({ onset: RAISED - MINUTE }), { type: 'fix' }, 1)
	const urgent = alarmTask({ rule: 'fire', severity: 'critical' })
	const later = inspectionTask()
	expect(sortOpen([fixed, later, urgent].map(view)).map(({ id }) => id)).toEqual([urgent.id, later.id, fixed.id])
})

test('the news are what happened, the latest first, without every tick', () => {
	const seen = does(alarmTask(), { type: 'acknowledge' }, 1)
	const task = does(does(seen, { type: 'tick', item: 'air', done: true }, 2), { type: 'fix' }, 3)
	expect(latestEvents({ tasks: [view(task)] }, 2).map(({ event }) => event.type)).toEqual(['fixed', 'acknowledged'])
})

/** A part of the browser that remembers. */
const memory = () => {
	const kept = new Map<string, string>()
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
	}
}
const broken = (): never => {
	throw new Error('storage is switched off')
}

test('a link leaves the address at once, survives a reload, and a new one takes its place', () => {
	const session = memory()
	const hidden: string[] = []
	const open = (hash: string) => takeToken({ hash, session: () => session, hideHash: () => hidden.push(hash) })
	expect(open('')).toBeUndefined()
	expect(open('#a.b.c')).toBe('a.b.c')
	expect(hidden).toEqual(['#a.b.c'])
	expect(open('')).toBe('a.b.c')
	expect(open('#d.e.f')).toBe('d.e.f')
})

test('a phone keeps the first secret, so that whoever opens the link again from the chat is still himself', () => {
	const storage = memory()
	const first = new LinkSecret(() => storage)
	expect(first.value).toBeUndefined()
	first.learn('one')
	first.learn('two')
	expect([first.value, new LinkSecret(() => storage).value]).toEqual(['one', 'one'])
})

test('a browser that keeps nothing still opens a link and changes its task, until the page is closed', () => {
	expect(takeToken({ hash: '#a.b.c', session: broken, hideHash: () => {} })).toBe('a.b.c')
	const secret = new LinkSecret(broken)
	secret.learn('one')
	expect(secret.value).toBe('one')
})
