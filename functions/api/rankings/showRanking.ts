import { file, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { RankingRow, Revision } from '../../../shared/contract/ranking/ranking.ts'
import type { GenerationView, RankingView, RevisionView } from '../../../shared/contract/ranking/rankingViews.ts'
import type { RankingScope } from '../../../shared/ports/rankings.ts'
import { scopeRows } from '../../../shared/work/rankingRows.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { rankingHtml } from './html.ts'
import { type Format, type RankingQuery, scopeOf } from './query.ts'
import { rankingTable } from './table.ts'
import { type Seen, seenBy } from './visible.ts'

type Ports = Pick<ApiPorts, 'rankings' | 'sheets' | 'plans'>

/** A month's ranking: a page of it as data, or all of a scope as a file. */
export async function showRanking(
	ports: Ports,
	viewer: Viewer,
	{ month, format }: { month: string; format: Format },
	query: RankingQuery,
): Promise<Outcome> {
	const found = await seenBy(ports, viewer, month, query.revision)
	if ('outcome' in found) return found.outcome
	const { seen } = found
	const named = scopeOf(query, seen.generation)
	if ('outcome' in named) return named.outcome
	if (format === 'json') return ok(await pageOf(ports, viewer, seen, named.scope, query))
	const rows = await rowsOf(ports, viewer, seen, named.scope)
	const what = `ranking-${month}-${seen.revision ? `r${seen.revision.revision}` : 'draft'}`
	const sheet = rankingTable(month, named.scope, rows)
	switch (format) {
		case 'csv':
			return file({ type: 'text/csv; charset=utf-8', name: `${what}.csv`, content: await ports.sheets.csv(sheet) })
		case 'xlsx':
			return file({ type: XLSX, name: `${what}.xlsx`, content: await ports.sheets.xlsx(sheet) })
		case 'html':
			return file({ type: 'text/html; charset=utf-8', content: rankingHtml(seen, named.scope, rows) })
	}
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function pageOf(
	{ rankings, plans }: Ports,
	viewer: Viewer,
	seen: Seen,
	scope: RankingScope,
	{ limit, after }: RankingQuery,
): Promise<RankingView> {
	const { head, generation, revision } = seen
	const { month } = head
	const key = { month, generation: generation.id }
	const isOwnOnly = mustBeOwn(viewer, seen)
	const page = isOwnOnly
		? { rows: await rowsOf({ rankings }, viewer, seen, scope) }
		: await rankings.rows(key, scope, limit, after)
	const lists =
		scope.is === 'township' && after === undefined && !isOwnOnly
			? (await scopeRows(rankings, month, generation.id, { is: 'lists', township: scope.township })).map(
					({ courtyard }) => courtyard,
				)
			: undefined
	const known = viewer.role === 'public' ? [] : await plans.ofMonth(month)
	return {
		month,
		status: revision ? 'published' : 'draft',
		...(revision ? { revision: revision.revision } : {}),
		revisions: head.revisions.map(revisionView),
		...(isStaff(viewer) ? { draftVersion: head.version, draft: generationView(head.draft) } : {}),
		generation: generationView(generation),
		scope,
		rows: page.rows,
		...('next' in page && page.next !== undefined ? { next: page.next } : {}),
		...(lists ? { lists } : {}),
		...(viewer.role === 'public' ? {} : { plans: known.filter(({ courtyard }) => maySee(viewer, courtyard)) }),
	}
}

/** Until it is published a courtyard head sees what concerns his own courtyard, so that he can appeal in time. */
export const mustBeOwn = (viewer: Viewer, { revision }: Pick<Seen, 'revision'>): boolean =>
	!revision && !isStaff(viewer)

/** All rows of a scope that the viewer may see. */
async function rowsOf(
	{ rankings }: Pick<ApiPorts, 'rankings'>,
	viewer: Viewer,
	seen: Seen,
	scope: RankingScope,
): Promise<RankingRow[]> {
	const { head, generation } = seen
	if (!mustBeOwn(viewer, seen)) return scopeRows(rankings, head.month, generation.id, scope)
	const own = 'courtyards' in viewer ? [...viewer.courtyards].sort() : []
	const entries = await Promise.all(
		own.map((id) => rankings.entry({ month: head.month, generation: generation.id }, id)),
	)
	return entries.flatMap((entry) => (entry ? [entry.row] : []))
}

export const generationView = ({ generatedAt, ...rest }: Seen['generation']): GenerationView => ({
	...rest,
	generatedAt: new Date(generatedAt).toISOString(),
})

/** Who published is told by name; the identity provider's id is nobody's business. */
export const revisionView = ({ revision, at, by, note, generation }: Revision): RevisionView => ({
	revision,
	at: new Date(at).toISOString(),
	by: by.name,
	hash: generation.hash,
	...(note === undefined ? {} : { note }),
})
