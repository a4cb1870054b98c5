import { conflict, created, forbidden, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { NewPlan, Plan } from '../../../shared/contract/ranking/rectification.ts'
import { maySee, personOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenBy } from './visible.ts'

/** Keeps how a courtyard on a published black list means to mend matters (整改方案). */
export async function addPlan(
	ports: Pick<ApiPorts, 'rankings' | 'plans' | 'now'>,
	viewer: Viewer,
	month: string,
	said: NewPlan,
): Promise<Outcome> {
	const { courtyard } = said
	if (!maySee(viewer, courtyard)) return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	const found = await seenBy(ports, viewer, month, undefined)
	if ('outcome' in found) return found.outcome
	const { generation, revision } = found.seen
	if (!revision) return notFound({ zh: `已公布的 ${month} 排名`, en: `published ranking of ${month}` })
	const entry = await ports.rankings.entry({ month, generation: generation.id }, courtyard)
	if (entry?.row.is !== 'ranked' || entry.row.listing?.list !== 'black') {
		return conflict({
			zh: `院落“${courtyard}”不在 ${month} 的黑榜上。`,
			en: `Courtyard "${courtyard}" is not on the black list of ${month}.`,
		})
	}
	const plan: Plan = { ...said, at: ports.now(), by: personOf(viewer) }
	await ports.plans.add(month, plan)
	return created(plan)
}
