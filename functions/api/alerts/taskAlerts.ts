import type { OutboxEntry, TaskAlerts } from '../../../shared/contract/alert/outbox.ts'
import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { TaskEventType } from '../../../shared/contract/task/taskEvent.ts'
import { eventWords } from '../../../shared/domain/task/taskWords.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'tasks' | 'outbox' | 'channels'>

/** Who was told what of a task, when, by which channel, and what waits or failed. */
export async function taskAlerts({ tasks, outbox, channels }: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const task = await tasks.get(id)
	if (!task || !maySee(viewer, task.courtyard)) return notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
	const [entries, known] = await Promise.all([outbox.ofTask(id), channels.list()])
	const view: TaskAlerts = {
		alerts: entries
			.toSorted((a, b) => a.at - b.at)
			.map((entry) => {
				const channel = known.find((one) => one.id === entry.channel)
				return {
					text: textOf(entry.news),
					channel: channel?.name ?? entry.channel,
					kind: channel?.kind ?? null,
					at: new Date(entry.at).toISOString(),
					status: statusOf(entry),
					sentAt: iso(entry.sentAt),
					nextTryAt: iso(entry.nextAt),
					droppedBecause: entry.droppedBecause ?? null,
					lastError: entry.lastError ?? null,
				}
			}),
	}
	return ok(view)
}

const statusOf = ({ sentAt, nextAt }: OutboxEntry): 'sent' | 'waiting' | 'dropped' =>
	sentAt !== undefined ? 'sent' : nextAt !== undefined ? 'waiting' : 'dropped'

const over = { zh: '问题已结束', en: 'it is over' }

/** `escalated-2+1` is the second time it was passed up, told once more. */
function textOf(news: string): { zh: string; en: string } {
	const [name = '', again] = news.split('+')
	const type = TaskEventType.safeParse(name.replace(/-\d+$/, ''))
	const { zh, en } = type.success ? eventWords[type.data] : over
	return again === undefined ? { zh, en } : { zh: `${zh}（再次提醒）`, en: `${en} (reminder)` }
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())
