import { expect, test } from 'vitest'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import { NotifyBench, robot } from '../../doubles/notifyBench.ts'
import { RAISED } from '../../doubles/tasks.ts'

const MINUTE = 60_000
const webhook: Channel = {
	...robot,
	kind: 'webhook',
	id: 'hook',
	url: 'https://example.org/',
	for: { township: 'town' },
}

/** Runs every minute; at the given call of a store or a receiver everything ends, and nothing of that run goes on. */
async function killedAt(call: number, channels: Channel[]): Promise<{ bench: NotifyBench; calls: number; at: string }> {
	let calls = 0
	let isDead = false
	let at = ''
	const bench: NotifyBench = new NotifyBench(RAISED + MINUTE, channels, async (name) => {
		if (isDead) return new Promise(() => {})
		calls += 1
		if (calls !== call) return undefined
		isDead = true
		at = name
		return new Promise(() => {})
	})
	const task = await bench.raise()
	for (let minute = 1; minute <= 6; minute += 1) {
		bench.now = RAISED + minute * MINUTE
		const run = bench.run()
		const settled = await Promise.race([run, new Promise<'dead'>((done) => setTimeout(() => done('dead'), 5))])
		// The next run is another process.
		if (settled === 'dead') isDead = false
	}
	expect(bench.keys('robot').every((key) => key === `${task.id}:raised`)).toBe(true)
	return { bench, calls, at }
}

test.each([
	['one channel', [robot]],
	['two channels side by side', [robot, webhook]],
])(
	'whatever call a run of %s is killed at, everybody is told, and twice only as the same news',
	async (_, channels) => {
		const { calls } = await killedAt(Number.POSITIVE_INFINITY, channels)
		const twice = new Set<string>()
		for (let call = 1; call <= calls; call += 1) {
			const { bench, at } = await killedAt(call, channels)
			for (const { id: channel } of channels) {
				const ids = bench.received.filter((r) => r.channel === channel).map(({ id }) => id)
				expect([call, at, channel, ids.length > 0]).toEqual([call, at, channel, true])
				expect(new Set(ids).size).toBe(1)
				if (ids.length > 1) twice.add(at)
			}
		}
		// Only where it had been handed over and that was not noted yet.
		if (channels.length === 1) expect([...twice].sort()).toEqual(['outbox.add', 'outbox.note', 'sent'])
	},
)
