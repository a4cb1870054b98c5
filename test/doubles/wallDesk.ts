import { pseudonymWith } from '../../functions/adapters/lambda/pseudonym.ts'
import type { WallPorts } from '../../functions/api/wall/ports.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import type { TaskAction } from '../../shared/contract/task/taskAction.ts'
import { NewReport } from '../../shared/contract/wall/report.ts'
import { applyAction } from '../../shared/domain/task/applyAction.ts'
import { MemoryPhotos } from './memoryPhotos.ts'
import { MemoryTaskStore } from './memoryTaskStore.ts'
import { MemoryContacts, MemoryTally, MemoryVoices } from './memoryWall.ts'
import { somebody } from './tasks.ts'
import { courtyard, fixedRegistry, registryOf, toilet } from './township.ts'

/** A wall with a clock to turn. */
export function wallDesk(beforeCall?: (name: string) => Promise<void>) {
	const known = registryOf(toilet)
	const other = { ...courtyard, id: 'yard-2' }
	const registry = { ...known, courtyards: new Map([...known.courtyards, [other.id, other]]) }
	const clock = { at: Date.parse('2026-11-23T06:12:00Z') }
	const tasks = new MemoryTaskStore(beforeCall)
	const contacts = new MemoryContacts(beforeCall)
	const tally = new MemoryTally(beforeCall)
	const photos = new MemoryPhotos(() => clock.at, beforeCall)
	const ports: WallPorts = {
		...{ tasks, contacts, tally, voices: new MemoryVoices(), photos },
		registry: fixedRegistry(registry),
		pseudonym: pseudonymWith('a key for the tests'),
		now: () => clock.at,
	}
	/** The only task there is. */
	const theTask = (): Task => {
		const [task, ...more] = tasks.tasks.values()
		if (!task || more.length > 0) throw new Error(`there should be one task, not ${tasks.tasks.size}`)
		return task
	}
	/** Somebody of the courtyard works on it. */
	const act = async (action: TaskAction, role: 'head' | 'staff' = 'head'): Promise<void> => {
		const task = theTask()
		const result = applyAction(task, action, somebody(role), clock.at, registry.profile)
		if (result.is === 'refused') throw new Error(JSON.stringify(result.refusal))
		await tasks.put(result.task, task.version)
	}
	return { ports, clock, tasks, contacts, tally, photos, registry, theTask, act }
}

export const somewhere = { address: '203.0.113.7' }

/** A perfect report, to be spoiled one field a test. */
export const wish = NewReport.parse({
	key: 'form-1-made-at-random',
	courtyard: 'yard-1',
	what: '村口垃圾桶满了',
	place: '村口',
	contact: { name: '陈奶奶', phone: '13812345678' },
})

/** @throws when it was refused */
export function bodyOf<T>(outcome: object): T {
	if (!('body' in outcome)) throw new Error(JSON.stringify(outcome))
	return outcome.body as T
}
