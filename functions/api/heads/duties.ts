import { badRequest, conflict, forbiddenField, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { DutiesView, DutyRecord, DutyTicks } from '../../../shared/contract/inspection/duties.ts'
import type { Duty } from '../../../shared/contract/profile/judgingRules.ts'
import { changedDuties, isDone, lastOf, ticked } from '../../../shared/domain/head/duties.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { isStaff, signedBy, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenHead } from './seenHead.ts'

export type DutyPorts = Pick<ApiPorts, 'registry' | 'duties' | 'rankingStatus' | 'now'>
type Which = { courtyard: string; month: string }

/** A head's duties of a month, each with who ticked it last, and when. */
export async function getDuties(ports: DutyPorts, viewer: Viewer, which: Which): Promise<Outcome> {
	const seen = await seenHead(ports.registry, viewer, which)
	if ('refused' in seen) return seen.refused
	return ok(dutiesView(seen.profile.duties, (await ports.duties.get(which.courtyard, which.month)) ?? nothing(which)))
}

/**
 * Ticks a head's duties of a month. A head ticks his own until the month's ranking is published; staff correct, with a
 * reason, and what they said a head does not undo. Ticks sent again change nothing.
 */
export async function putDuties(ports: DutyPorts, viewer: Viewer, which: Which, ticks: DutyTicks): Promise<Outcome> {
	const seen = await seenHead(ports.registry, viewer, which)
	if ('refused' in seen) return seen.refused
	const { duties } = seen.profile
	const known = duties.map(({ id }) => id)
	const unknown = ticks.done.findIndex((id) => !known.includes(id))
	if (unknown >= 0) {
		return badRequest(`done.${unknown}`, {
			zh: `“${ticks.done[unknown]}”不是当月的职责；可用：${known.join('、')}`,
			en: `"${ticks.done[unknown]}" is not a duty of that month; there are: ${known.join(', ')}`,
		})
	}
	if (which.month > monthOf(shanghaiDay(ports.now())))
		return badRequest('month', {
			zh: '职责做完才能勾选，不能提前',
			en: 'duties are ticked when they are done, not before',
		})
	const record = (await ports.duties.get(which.courtyard, which.month)) ?? nothing(which)
	const changed = changedDuties(record, duties, ticks.done)
	if (changed.length === 0) return ok(dutiesView(duties, record))
	const refused = await refusal(ports, viewer, record, changed, ticks)
	if (refused) return refused
	const next = ticked(record, changed, ticks, { at: ports.now(), by: signedBy(viewer) })
	if ((await ports.duties.put(next, record.version)) === 'conflict') return somebodyElse()
	return ok(dutiesView(duties, next))
}

async function refusal(
	{ rankingStatus }: DutyPorts,
	viewer: Viewer,
	record: DutyRecord,
	changed: readonly string[],
	{ version, reason }: DutyTicks,
): Promise<Outcome | undefined> {
	if (version !== record.version) return somebodyElse()
	if (isStaff(viewer))
		return reason === undefined
			? badRequest('reason', {
					zh: '请写明为什么更正院落长的勾选',
					en: 'say why you correct what the head ticked, or did not',
				})
			: undefined
	const corrected = changed.filter((duty) => (lastOf(record, duty)?.by.role ?? 'head') !== 'head')
	if (corrected.length > 0)
		return forbiddenField('done', {
			zh: `镇工作人员更正过 ${corrected.join('、')}；请联系他们，或只提交其余各项`,
			en: `the staff corrected ${corrected.join(', ')}; ask them, or send the others without it`,
		})
	if (await rankingStatus.isPublished(record.month)) {
		return conflict({
			zh: `${record.month} 的排名已公布，要更正职责请联系镇工作人员。`,
			en: `The ranking of ${record.month} is published: ask the staff of the township to correct the duties.`,
		})
	}
	return undefined
}

const somebodyElse = (): Outcome =>
	conflict({
		zh: '别人刚勾选过这些职责，请刷新后再看一遍。',
		en: 'Somebody has ticked these duties meanwhile; look at them again.',
	})

const nothing = ({ courtyard, month }: Which): DutyRecord => ({ courtyard, month, events: [], version: 0 })

function dutiesView(duties: readonly Duty[], record: DutyRecord): DutiesView {
	return {
		...record,
		duties: duties.map(({ id, name }) => {
			const last = lastOf(record, id)
			const { reason } = last ?? {}
			return {
				id,
				name,
				isDone: isDone(record, id),
				last: last ? { at: iso(last.at), by: last.by, ...(reason === undefined ? {} : { reason }) } : null,
			}
		}),
		events: record.events.map((event) => ({ ...event, at: iso(event.at) })),
	}
}

const iso = (at: number): string => new Date(at).toISOString()
