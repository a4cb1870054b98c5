import { setTimeout } from 'node:timers/promises'
import { RankingView } from '../../shared/contract/ranking/rankingViews.ts'
import { ScoresView } from '../../shared/contract/score/scoreViews.ts'
import * as z from '../../shared/contract/zod.ts'
import { callApi, type StaffApi } from './callApi.ts'
import { courtyards } from './courtyards.ts'
import { daysOf } from './months.ts'

const lookEveryMs = 15_000

/**
 * Publishes a month's ranking as its staff would: when every day of it is scored and the draft is made of these scores, as it
 * was seen. Then the heads are evaluated for it. What was published before stays as it is.
 * @returns whether it was published just now; `not-yet` when the signal came first
 */
export const publishMonth = async (
	api: StaffApi,
	month: string,
	signal: AbortSignal,
): Promise<'published' | 'was-published' | 'not-yet'> => {
	while (!signal.aborted) {
		// The edition may still be busy with the history: what fails now is asked again.
		const done = await tryToPublish(api, month).catch(() => undefined)
		if (done !== undefined) return done
		await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined)
	}
	return 'not-yet'
}

/** @returns undefined where it is too early, or somebody else changed the draft meanwhile */
const tryToPublish = async (api: StaffApi, month: string): Promise<'published' | 'was-published' | undefined> => {
	const draft = await callApi(api, `/rankings/${month}?revision=draft`, RankingView, { expected: [404] })
	if (draft.is !== 'answer') return undefined
	const { revisions, draftVersion } = draft.value
	if (revisions.length > 0) return 'was-published'
	if (draftVersion === undefined || !(await isOfScores(api, draft.value))) return undefined
	const body = { draftVersion }
	const path = `/rankings/${month}/publish`
	const done = await callApi(api, path, z.unknown(), { method: 'POST', body, expected: [409] })
	if (done.is !== 'answer') return undefined
	await callApi(api, `/heads/evaluations/${month}`, z.unknown(), { method: 'PUT' })
	return 'published'
}

/** Every day of the month is scored, and the draft's environment scores are those of the days. */
const isOfScores = async (api: StaffApi, { month, rows }: RankingView): Promise<boolean> => {
	const days = daysOf(month)
	const shown = new Map(
		rows.map((row) => [row.courtyard, row.is === 'ranked' ? row.parts.environment.score : row.score]),
	)
	for (const { id } of courtyards) {
		const path = `/courtyards/${encodeURIComponent(id)}/scores?from=${days[0]}&to=${days.at(-1)}`
		const view = await callApi(api, path, ScoresView)
		if (view.is !== 'answer' || view.value.days.length < days.length) return false
		if (view.value.months[0]?.score !== shown.get(id)) return false
	}
	return true
}
