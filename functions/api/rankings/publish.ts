import { conflict, created, notFound, type Outcome } from '../../../shared/contract/outcome.ts'
import type { MonthHead, Revision } from '../../../shared/contract/ranking.ts'
import type { PublishedView } from '../../../shared/contract/rankingViews.ts'
import * as z from '../../../shared/contract/zod.ts'
import { personOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { revisionView } from './showRanking.ts'

const Note = z.string().check(z.trim(), z.maxLength(500))

/** `POST /api/rankings/{month}/publish`; `draftVersion` is that of the draft as it was seen. */
export const Publication = z.strictObject({ draftVersion: z.int().check(z.minimum(1)), note: z.optional(Note) })
export const NewRevision = z.strictObject({
	draftVersion: z.int().check(z.minimum(1)),
	reason: Note.check(z.minLength(1, 'say why it is corrected, in 1 to 500 characters')),
})

type Ports = Pick<ApiPorts, 'rankings' | 'now'>

/** Publishes a month's draft: from then on its rows stay as they are. */
export async function publish(
	ports: Ports,
	viewer: Viewer,
	month: string,
	{ draftVersion, note }: z.infer<typeof Publication>,
): Promise<Outcome> {
	const head = await ports.rankings.head(month)
	if (!head) return notFound(`draft of the ranking of ${month}`)
	const first = head.revisions[0]
	if (first) {
		return conflict(
			`The ranking of ${month} was published by ${first.by.name}, ${new Date(first.at).toISOString()}; what differs since becomes a revision.`,
		)
	}
	return append(ports, viewer, head, draftVersion, note)
}

/** Puts a corrected ranking beside the published ones. */
export async function revise(
	ports: Ports,
	viewer: Viewer,
	month: string,
	{ draftVersion, reason }: z.infer<typeof NewRevision>,
): Promise<Outcome> {
	const head = await ports.rankings.head(month)
	const latest = head?.revisions.at(-1)
	if (!head || !latest) return notFound(`published ranking of ${month}`)
	if (latest.generation.hash === head.draft.hash) {
		return conflict(`Nothing differs from revision ${latest.revision} of the ranking of ${month}.`)
	}
	return append(ports, viewer, head, draftVersion, reason)
}

/** Nobody publishes what he has not seen: the version he names is the one that is published, or none. */
async function append(
	{ rankings, now }: Ports,
	viewer: Viewer,
	head: MonthHead,
	draftVersion: number,
	note: string | undefined,
): Promise<Outcome> {
	const changed = (version: number): Outcome =>
		conflict(`The draft has changed since you saw it: it is version ${version}, not ${draftVersion}. Look at it again.`)
	if (draftVersion !== head.version) return changed(head.version)
	const revision: Revision = {
		revision: head.revisions.length + 1,
		generation: head.draft,
		at: now(),
		by: personOf(viewer),
		...(note === undefined ? {} : { note }),
	}
	const next = { ...head, version: head.version + 1, revisions: [...head.revisions, revision] }
	if ((await rankings.putHead(next, head.version)) === 'stored') {
		const view: PublishedView = {
			month: head.month,
			status: 'published',
			draftVersion: next.version,
			...revisionView(revision),
		}
		return created(view)
	}
	return changed((await rankings.head(head.month))?.version ?? head.version)
}
