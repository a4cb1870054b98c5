import type { Dropped, OutboxEntry } from '../../shared/contract/alert/outbox.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import { isEnding, reminderOf, tidingsOf, withoutReminder } from '../../shared/domain/alert/tidings.ts'

/**
 * Why an entry is not worth telling any more.
 * @param others the entries of the same task
 */
export function outdated(
	entry: OutboxEntry,
	task: Task | undefined,
	others: readonly OutboxEntry[],
	now: number,
	giveUpMs: number,
): Dropped | undefined {
	if (!task) return 'gone'
	if (now - entry.at > giveUpMs) return 'expired'
	const current = tidingsOf(task)
	if (isEnding(entry.news)) {
		const wasTold = others.some(({ recipient, sentAt }) => recipient === entry.recipient && sentAt !== undefined)
		const isHeir = others.every(({ news }) => isEnding(news))
		// Somebody took up again what had ended, or it was over before anybody heard of it.
		return current === entry.news && (wasTold || isHeir) ? undefined : 'over'
	}
	if (current !== withoutReminder(entry.news)) return 'over'
	return reminderOf(entry.news) > 0 && task.state !== 'raised' && task.state !== 'reopened' ? 'answered' : undefined
}
