import { conflict, created, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { MonthHead, Revision } from '../../../shared/contract/ranking/ranking.ts'
import type { PublishedView } from '../../../shared/contract/ranking/rankingViews.ts'
import { told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { inShanghai } from '../../../shared/domain/time/shanghai.ts'
import { personOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { revisionView } from './showRanking.ts'

const Note = z.string().check(z.trim(), z.maxLength(500))

/** `POST /api/rankings/{month}/publish`; `draftVersion` is that of the draft as it was seen. */
export const Publication = z.strictObject({ draftVersion: z.int().check(z.minimum(1)), note: z.optional(Note) })
export const NewRevision = z.strictObject({
	draftVersion: z.int().check(z.minimum(1)),
	reason: Note.check(
		z.minLength(
			1,
			told({ zh: '请写明为什么更正，1 到 500 个字', en: 'say why it is corrected, in 1 to 500 characters' }),
		),
	),
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
	if (!head) return notFound({ zh: ` ${month} 的排名草稿`, en: `draft of the ranking of ${month}` })
	const first = head.revisions[0]
	if (first) {
		return conflict({
			zh: `${first.by.name}已于 ${inShanghai(first.at).zh} 公布 ${month} 的排名；之后的变化请作为更正公布。`,
			en: `The ranking of ${month} was published by ${first.by.name}, ${new Date(first.at).toISOString()}; what differs since becomes a revision.`,
		})
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
	if (!head || !latest) return notFound({ zh: `已公布的 ${month} 排名`, en: `published ranking of ${month}` })
	if (latest.generation.hash === head.draft.hash) {
		return conflict({
			zh: `与 ${month} 排名的第 ${latest.revision} 版没有差别。`,
			en: `Nothing differs from revision ${latest.revision} of the ranking of ${month}.`,
		})
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
		conflict({
			zh: `草稿在您查看之后变了：现在是第 ${version} 版，您看的是第 ${draftVersion} 版。请刷新后再看一遍。`,
			en: `The draft has changed since you saw it: it is version ${version}, not ${draftVersion}. Look at it again.`,
		})
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
