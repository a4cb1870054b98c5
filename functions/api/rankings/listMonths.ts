import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { RankingMonthsView } from '../../../shared/contract/ranking/rankingViews.ts'
import { isStaff, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { generationView, revisionView } from './showRanking.ts'

/** The months there are, the latest first; to the public only those that are published. */
export async function listMonths({ rankings }: Pick<ApiPorts, 'rankings'>, viewer: Viewer): Promise<Outcome> {
	const heads = await rankings.months()
	const view: RankingMonthsView = {
		months: heads
			.filter(({ revisions }) => viewer.role !== 'public' || revisions.length > 0)
			.map((head) => ({
				month: head.month,
				status: head.revisions.length > 0 ? 'published' : 'draft',
				revisions: head.revisions.map(revisionView),
				...(isStaff(viewer) ? { draftVersion: head.version, draft: generationView(head.draft) } : {}),
			})),
	}
	return ok(view)
}
