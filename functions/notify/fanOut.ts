import type { Channel } from '../../shared/contract/alert/channel.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import { isShelved } from '../../shared/domain/alarm/shelf.ts'
import { recipientsOf } from '../../shared/domain/alert/recipients.ts'
import { isEnding, tidingsAt, untoldOf } from '../../shared/domain/alert/tidings.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { inParallel } from './inParallel.ts'
import type { NotifyPorts } from './ports.ts'

/** Tasks handled at once, and at most in one run; the rest comes a minute later. */
const AT_ONCE = 16
const MOST = 2000

/**
 * Writes an entry of the outbox for each recipient of each task's latest news, then notes on the task that it was handed
 * on. A crash between the two, or another run at the same time, writes the same entries again, which changes nothing.
 * What is shelved waits.
 * @returns how many tasks were handed on
 */
export async function fanOut(
	registry: Registry,
	channels: readonly Channel[],
	failing: ReadonlySet<string>,
	ports: Pick<NotifyPorts, 'tasks' | 'outbox'>,
	now: number,
): Promise<number> {
	const untold = (await ports.tasks.untold(now)).filter((task) => !isKept(registry, task, now)).slice(0, MOST)
	await inParallel(untold, AT_ONCE, async (task) => {
		const news = untoldOf(task)
		if (news === undefined) return
		const known = await ports.outbox.ofTask(task.id)
		const all = recipientsOf(task, channels, registry, shanghaiDay(now), failing)
		// Whoever was told of it, or is about to be, is told how it ended; and nobody else.
		const wasTold = known.filter(({ sentAt, nextAt }) => sentAt !== undefined || nextAt !== undefined)
		const before = [...new Map(wasTold.map(({ recipient, channel }) => [recipient, { recipient, channel }])).values()]
		// One that took the place of a withdrawn task was told under that one's id.
		const isHeir = known.length === 0 && task.handedOn !== undefined
		const recipients = isEnding(news) && !isHeir ? before : all
		for (const { recipient, channel } of recipients) {
			const { courtyard, severity, id } = task
			const at = tidingsAt(task)
			await ports.outbox.add({ task: id, news, recipient, channel, courtyard, severity, at, nextAt: now, attempts: 0 })
		}
		await ports.tasks.handedOn(task, news)
	})
	return untold.length
}

const isKept = ({ shelves }: Registry, task: Task, now: number): boolean =>
	task.source === 'alarm' && isShelved(shelves, task.device, task.rule, now)
