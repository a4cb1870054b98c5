import { expect, test } from 'vitest'
import { IngestBench, type Sent } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const registry = registryOf(toilet)
/** Shortly after a full hour, so that the readings of a small case lie in two hours. */
const NOON = Date.parse('2026-11-23T07:00:00Z')
const NOW = NOON + 20 * MINUTE

const at = (minute: number, ammonia: number): Sent => ({
	thing: 'toilet-1',
	payload: { at: NOON + minute * MINUTE, ammonia },
})

const pack = (...readings: (readonly [minute: number, ammonia: number])[]): Sent => ({
	thing: 'toilet-1',
	payload: readings.map(([minute, ammonia]) => ({ at: NOON + minute * MINUTE, ammonia })),
})

/** All schedules with so many preemptions: nearly every fault of concurrency needs no more than two. */
const MOST_SWITCHES = 3

/** Two Lambdas, one message each, on top of what is already there; every schedule of their calls. */
async function everySchedule(
	before: readonly Sent[],
	first: Sent,
	second: Sent,
): Promise<{ outcomes: Set<string>; runs: number }> {
	const outcomes = new Set<string>()
	let runs = 0
	/** Each choice is to go on (0) or to let the other (1); unexplored ones are taken in depth-first order. */
	const choices: (0 | 1)[] = []
	for (;;) {
		let step = 0
		const waiting: [(() => void) | undefined, (() => void) | undefined] = [undefined, undefined]
		let who: 0 | 1 = 0
		let isTogether = false
		const system = new IngestBench(registry, NOW, () => {
			if (!isTogether) return Promise.resolve()
			const mine = who
			return new Promise((resolve) => {
				waiting[mine] = () => {
					who = mine
					resolve()
				}
			})
		})
		for (const message of before) await system.ingest(message)
		isTogether = true
		const done = [false, false]
		const start = (lambda: 0 | 1, message: Sent): void => {
			who = lambda
			void system.ingest(message).then(({ failed }) => {
				expect(failed).toEqual([])
				done[lambda] = true
			})
		}
		start(0, first)
		await settled()
		start(1, second)
		await settled()
		let current: 0 | 1 = 0
		let switches = 0
		while (!done[0] || !done[1]) {
			const other: 0 | 1 = current === 0 ? 1 : 0
			if (waiting[current] === undefined) current = other
			else if (waiting[other] !== undefined && switches < MOST_SWITCHES) {
				const isSwitch = choices[step] === 1
				choices[step] = isSwitch ? 1 : 0
				step += 1
				if (isSwitch) {
					switches += 1
					current = other
				}
			}
			const go = waiting[current]
			waiting[current] = undefined
			go?.()
			await settled()
		}
		choices.length = step
		outcomes.add(system.facts())
		runs += 1
		while (choices.at(-1) === 1) choices.pop()
		if (choices.length === 0) return { outcomes, runs }
		choices[choices.length - 1] = 1
	}
}

/** Lets everything run that can without another call being released. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function inOrder(messages: readonly Sent[]): Promise<string> {
	const system = new IngestBench(registry, NOW)
	for (const message of messages) await system.ingest(message)
	return system.facts()
}

test.each([
	['the two readings that raise the alarm', [at(0, 0.1)], at(5, 5), at(10, 5)],
	['the first reading of the new hour and a late one of the hour before', [at(-10, 5)], at(2, 5), at(-5, 5)],
	[
		'a reading that clears and one that shows it was raised earlier',
		[at(-10, 5), at(-5, 5), at(1, 0.1)],
		at(6, 0.1),
		at(-15, 5),
	],
	[
		'a pack that goes on within an hour and a late reading of the hour before',
		[at(-70, 5), at(-50, 0.1)],
		pack([-20, 5], [-15, 5], [5, 0.1]),
		at(-65, 5),
	],
	['two first readings of the new hour', [at(-10, 5), at(-5, 5)], at(3, 0.1), at(8, 0.1)],
] as const)(
	'two Lambdas with %s: every schedule of their calls gives the same tables',
	async (_, before, first, second) => {
		const expected = await inOrder([...before, first, second].toSorted((a, b) => atOf(a) - atOf(b)))
		const { outcomes, runs } = await everySchedule(before, first, second)
		expect([...outcomes]).toEqual([expected])
		expect(runs).toBeGreaterThan(1)
	},
)

const atOf = ({ payload }: Sent): number => ([payload].flat()[0] as { at: number }).at
