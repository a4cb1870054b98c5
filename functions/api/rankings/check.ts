import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { RankingCheck } from '../../../shared/contract/ranking/rankingViews.ts'
import { hashedText } from '../../../shared/domain/ranking/entry.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import type { RankingQuery } from './query.ts'
import { seenBy } from './visible.ts'

/** Reads the rows as they lie in the store and compares them with the hash that was noted when they were made. */
export async function checkRanking(
	ports: Pick<ApiPorts, 'rankings' | 'digest'>,
	viewer: Viewer,
	month: string,
	{ revision }: Pick<RankingQuery, 'revision'>,
): Promise<Outcome> {
	const found = await seenBy(ports, viewer, month, revision)
	if ('outcome' in found) return found.outcome
	const { generation } = found.seen
	const texts = await ports.rankings.texts({ month, generation: generation.id })
	const computed = ports.digest(hashedText(texts))
	const { hash: noted } = generation
	const view: RankingCheck = { month, rows: texts.length, noted, computed, isUnchanged: computed === noted }
	return ok(view)
}
