import { dateTime, duration, time } from '../i18n/format.ts'
import type { Language, Spoken } from '../i18n/language.ts'
import type { ShownTask } from './shownTask.ts'
import type { taskWords } from './taskWords.ts'

const dayMs = 86_400_000

/** `15:40` within the next or last half day, else with its date. */
export const shortTime = (at: string, now: number, language: Language): string =>
	Math.abs(Date.parse(at) - now) < dayMs / 2 ? time(at) : dateTime(at, language)

/** By when somebody should answer or have it mended, and how long that is; undefined where nobody is waited for. */
export const deadline = (
	{ state, next }: Pick<ShownTask, 'state' | 'next'>,
	t: Spoken<typeof taskWords>,
	now: number,
	language: Language,
): { readonly wish: string; readonly left: string; readonly isOverdue: boolean } | undefined => {
	if (next === null || state === 'fixed') return undefined
	const by = Date.parse(next.by)
	const length = duration(Math.abs(by - now), language)
	const at = shortTime(next.by, now, language)
	return {
		wish: state === 'raised' ? t.answerBy(at) : t.mendBy(at),
		left: by < now ? t.overdue(length) : t.left(length),
		isOverdue: by < now,
	}
}
