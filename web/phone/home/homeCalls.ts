import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'

/** What the first page of a courtyard asks for. */
export const tasksPath = (courtyard: string): string =>
	`/api/tasks?courtyard=${encodeURIComponent(courtyard)}&state=open&limit=30`

export const explanationPath = (courtyard: string, month: string): string =>
	`/api/courtyards/${encodeURIComponent(courtyard)}/explanation?period=${month}`

/** All that it asks for, before anything is known but the courtyard which was looked at last. */
export const homeCalls = (lastCourtyard: string | undefined, now: number): readonly string[] => [
	'/api/rankings',
	...(lastCourtyard === undefined
		? []
		: [tasksPath(lastCourtyard), explanationPath(lastCourtyard, monthOf(shanghaiDay(now)))]),
]
