import { forbidden, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { RankedRowView } from '../../../shared/contract/ranking/rankingViews.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import type { RankingQuery } from './query.ts'
import { mustBeOwn } from './showRanking.ts'
import { seenBy } from './visible.ts'

/** A row's parts, what it lost by, and the one repair that would have changed its place: frozen with the row. */
export async function explainRow(
	ports: Pick<ApiPorts, 'rankings'>,
	viewer: Viewer,
	{ month, courtyard }: { month: string; courtyard: string },
	{ revision }: Pick<RankingQuery, 'revision'>,
): Promise<Outcome> {
	const found = await seenBy(ports, viewer, month, revision)
	if ('outcome' in found) return found.outcome
	const { seen } = found
	if (mustBeOwn(viewer, seen) && !maySee(viewer, courtyard)) {
		return forbidden({
			zh: '排名公布之前，只能看自己院落的草稿。',
			en: 'Until the ranking is published a draft shows your own courtyard only.',
		})
	}
	const entry = await ports.rankings.entry({ month, generation: seen.generation.id }, courtyard)
	if (!entry)
		return notFound({
			zh: `${month} 排名中的院落“${courtyard}”`,
			en: `courtyard "${courtyard}" in the ranking of ${month}`,
		})
	const view: RankedRowView = {
		month,
		status: seen.revision ? 'published' : 'draft',
		...(seen.revision ? { revision: seen.revision.revision } : {}),
		...entry,
	}
	return ok(view)
}
