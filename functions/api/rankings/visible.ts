import { notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Generation, MonthHead, Revision } from '../../../shared/contract/ranking/ranking.ts'
import type { Rankings } from '../../../shared/ports/rankings.ts'
import type { Viewer } from '../http/viewer.ts'

/** Of a month what the viewer asked for: a published revision, or the draft. */
export type Seen = { head: MonthHead; generation: Generation; revision?: Revision }

/**
 * What a viewer may see of a month: a named revision, else the latest published one, else the draft, which is for staff
 * and heads only; `draft` asks for it also when something is published.
 */
export async function seenBy(
	{ rankings }: { rankings: Pick<Rankings, 'head'> },
	viewer: Viewer,
	month: string,
	revision: number | 'draft' | undefined,
): Promise<{ seen: Seen } | { outcome: Outcome }> {
	const none = { outcome: notFound({ zh: `已公布的 ${month} 排名`, en: `published ranking of ${month}` }) }
	const head = await rankings.head(month)
	if (!head) return none
	const published =
		revision === 'draft' || revision === undefined
			? head.revisions.at(-1)
			: head.revisions.find((one) => one.revision === revision)
	if (published && revision !== 'draft') {
		return { seen: { head, generation: published.generation, revision: published } }
	}
	if (typeof revision === 'number')
		return {
			outcome: notFound({
				zh: `${month} 排名的第 ${revision} 版`,
				en: `revision ${revision} of the ranking of ${month}`,
			}),
		}
	return viewer.role === 'public' ? none : { seen: { head, generation: head.draft } }
}
