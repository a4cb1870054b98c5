import { expect, test } from 'vitest'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import { sweep } from '../../../functions/sweep/sweep.ts'
import { IngestBench, type Sent } from '../../doubles/ingestBench.ts'
import { MemoryContacts } from '../../doubles/memoryWall.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:20:00Z')
const MINUTE = 60_000
const registry = registryOf(toilet)
const NOW = START + 70 * MINUTE

/** An alarm that is raised, moves its onset by a late reading, crosses the hour, clears and is raised again; and one of yesterday. */
const story: Sent[][] = [
	[0, 0.2],
	[10, 5],
	[15, 5],
	[5, 5],
	[45, 5],
	[50, 0.2],
	[55, 0.2],
	[60, 5],
	[65, 5],
	[-1440, 0.2],
].map(([minute = 0, ammonia]) => [{ thing: 'toilet-1', payload: { at: START + minute * MINUTE, ammonia } }])

/** Tells the story; a message that failed is delivered again, and at the end a sweep runs. */
async function tell(system: IngestBench): Promise<IngestBench> {
	for (const batch of story) {
		let left = batch
		for (let delivery = 0; left.length > 0; delivery += 1) {
			expect(delivery).toBeLessThan(5)
			const { failed } = await system.ingest(...left)
			left = failed.length > 0 ? left : []
		}
	}
	await sweepUntilDone(system)
	return system
}

/** The sweep that failed is followed by the next one. */
async function sweepUntilDone(system: IngestBench, revive = (): void => {}): Promise<void> {
	const ports = {
		registry: fixedRegistry(registry),
		telemetry: system.telemetry,
		tasks: system.tasks,
		alerts: system.alerts,
		outages: system.outages,
		contacts: new MemoryContacts(),
		backlog: { waiting: async () => ({ messages: 0 }) },
		due: system.tasks,
		list: system.tasks,
	}
	const sweepAgain = () =>
		sweep(ports, freshMemory(0), NOW).then(
			({ failed }) => failed.length === 0,
			() => false,
		)
	for (let sweeps = 0; !(await sweepAgain()); sweeps += 1) {
		expect(sweeps).toBeLessThan(5)
		revive()
	}
}

const calls: string[] = []
const counting = new IngestBench(registry, NOW, async (name) => void calls.push(name))
const undisturbed = await tell(counting)
const facts = undisturbed.facts()
const alerted = (system: IngestBench) => new Set(system.alerts.sent.map(({ task }) => task))

test('the story touches every call of the hot path', () => {
	expect(new Set(calls)).toEqual(
		new Set([
			'add',
			'previous',
			'from',
			'setCarry',
			'setAlarms',
			'settle',
			'tasks.get',
			'tasks.put',
			'tasks.due',
			'tasks.ofCourtyard',
			'alerts.publish',
			'late.add',
		]),
	)
})

test.each([
	['before it was done', 'before'],
	['after it was done, unknown to the caller', 'after'],
] as const)('a failure at any single call, %s, leaves the undisturbed tables after the retry', async (_, when) => {
	for (let victim = 0; victim < calls.length; victim += 1) {
		let call = -1
		const strike = (): void => {
			call += 1
			if (call === victim) throw new Error(`call ${victim} failed`)
		}
		const system =
			when === 'before'
				? new IngestBench(registry, NOW, async () => strike())
				: new IngestBench(registry, NOW, undefined, strike)
		await tell(system)
		expect(system.facts(), `call ${victim}: ${calls[victim]}`).toBe(facts)
		for (const { id, state } of system.taskFacts()) {
			if (state === 'raised') expect(alerted(system), `alert of ${id}`).toContain(id)
		}
	}
})

test('a process that dies at any single call, with all that was under way, leaves the undisturbed tables', async () => {
	for (let victim = 0; victim < calls.length; victim += 1) {
		let call = -1
		let dead = false
		const system = new IngestBench(registry, NOW, async () => {
			call += 1
			if (call === victim) dead = true
			if (dead) throw new Error('dead')
		})
		for (const batch of story) {
			while ((await system.ingest(...batch)).failed.length > 0) dead = false
		}
		const revive = (): void => {
			dead = false
		}
		revive()
		await sweepUntilDone(system, revive)
		expect(system.facts(), `call ${victim}: ${calls[victim]}`).toBe(facts)
	}
})
