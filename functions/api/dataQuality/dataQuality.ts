import { created, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { Id } from '../../../shared/contract/registry/registry.ts'
import type { DoubtReview, NewDoubtReview, QualityView } from '../../../shared/contract/score/dataQuality.ts'
import { Month } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { doubtStates } from '../../../shared/domain/ranking/doubtStates.ts'
import { personOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

export const QualityQuery = z.object({ month: Month, village: z.optional(Id) })

/**
 * How well devices were heard in a month, apart from the ranking: coverage, faults, silence, and doubts with what staff
 * found. From the month's latest draft; reviews count at once.
 */
export async function listQuality(
	{ rankings, doubtReviews }: Pick<ApiPorts, 'rankings' | 'doubtReviews'>,
	{ month, village }: z.infer<typeof QualityQuery>,
): Promise<Outcome> {
	const head = await rankings.head(month)
	if (!head) return notFound({ zh: ` ${month} 的排名草稿`, en: `draft of the ranking of ${month}` })
	const [devices, reviews] = await Promise.all([
		rankings.quality({ month, generation: head.draft.id }, village),
		doubtReviews.ofMonth(month),
	])
	const now = devices.map((device) => ({ ...device, doubts: doubtStates(device.doubts, reviews) }))
	const view: QualityView = {
		month,
		generatedAt: new Date(head.draft.generatedAt).toISOString(),
		devices: now.sort(
			(a, b) => openDoubts(b) - openDoubts(a) || a.coverage - b.coverage || (a.device < b.device ? -1 : 1),
		),
		reviews: reviews.map((review) => ({ ...review, at: new Date(review.at).toISOString() })),
	}
	return ok(view)
}

const openDoubts = ({ doubts }: { doubts: readonly { openDays: readonly string[] }[] }): number =>
	doubts.filter(({ openDays }) => openDays.length > 0).length

/** Keeps what staff found about a doubt; the month's draft is drawn up anew. */
export async function reviewDoubt(
	{ registry, doubtReviews, draftMarks, now }: Pick<ApiPorts, 'registry' | 'doubtReviews' | 'draftMarks' | 'now'>,
	viewer: Viewer,
	said: NewDoubtReview,
): Promise<Outcome> {
	const { devices } = await registry.current()
	if (!devices.has(said.device)) return notFound({ zh: `设备“${said.device}”`, en: `device "${said.device}"` })
	const review: DoubtReview = { ...said, at: now(), by: personOf(viewer) }
	await doubtReviews.add(review)
	// After the review: whoever takes the mark sees it. A crash before this is mended by the next draft.
	await draftMarks.add(said.month)
	return created(review)
}
