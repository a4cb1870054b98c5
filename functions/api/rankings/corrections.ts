import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { CorrectionsView } from '../../../shared/contract/ranking/rankingViews.ts'
import { openCorrections } from '../../../shared/domain/ranking/generation.ts'
import type { ApiPorts } from '../ports.ts'

/** Where the published ranking of a month differs from what it would be by what is known now. */
export async function listCorrections({ rankings }: Pick<ApiPorts, 'rankings'>, month: string): Promise<Outcome> {
	const head = await rankings.head(month)
	const latest = head?.revisions.at(-1)
	if (!head || !latest) return notFound({ zh: `已公布的 ${month} 排名`, en: `published ranking of ${month}` })
	const known = await rankings.corrections({ month, generation: head.draft.id })
	const view: CorrectionsView = {
		month,
		revision: latest.revision,
		draftVersion: head.version,
		corrections: openCorrections(known, latest.revision).map((one) => ({
			...one,
			since: new Date(one.since).toISOString(),
		})),
	}
	return ok(view)
}
