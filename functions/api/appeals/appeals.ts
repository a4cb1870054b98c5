import { conflict, created, forbidden, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type {
	Appeal,
	AppealDecision,
	AppealState,
	AppealWithdrawal,
	NewAppeal,
} from '../../../shared/contract/ranking/appeal.ts'
import { appealId, endedAppeal, isRepeated, raisedAppeal } from '../../../shared/domain/appeal/appeal.ts'
import { appealStateWords } from '../../../shared/domain/appeal/words.ts'
import { monthsBefore } from '../../../shared/domain/time/month.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { settleAppeal } from '../../../shared/work/settleAppeal.ts'
import { isStaff, maySee, signedBy, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { contestedBy, isRefused } from './contested.ts'
import { appealView } from './view.ts'

export type AppealPorts = Pick<
	ApiPorts,
	'registry' | 'inspections' | 'appeals' | 'lateMarks' | 'draftMarks' | 'rankingStatus' | 'now'
>

/** A head contests readings or a deduction, until the month's ranking is published. Once for each thing. */
export async function raiseAppeal(ports: AppealPorts, viewer: Viewer, wish: NewAppeal): Promise<Outcome> {
	const contested = await contestedBy(ports, viewer, wish.subject)
	if (isRefused(contested)) return contested.refused
	const { courtyard, month, subject } = contested
	const known = await ports.appeals.get(appealId(month, courtyard, subject))
	const raised = {
		at: ports.now(),
		by: signedBy(viewer),
		reason: wish.reason,
		...(wish.photo === undefined ? {} : { photo: wish.photo }),
	}
	if (known && isRepeated(known, { ...raised, to: 'open' })) return ok(await appealView(ports, known))
	if (await ports.rankingStatus.isPublished(month)) return published(month)
	if (known && known.state !== 'withdrawn')
		return conflict({
			zh: `已经申诉过，${appealStateWords[known.state].zh}。`,
			en: `This is contested already and ${known.state}: GET /api/appeals/${known.id}`,
		})
	const appeal = raisedAppeal(known, contested, raised)
	if ((await ports.appeals.put(appeal, known?.version)) === 'conflict') return changed(appeal.id)
	return created(await appealView(ports, appeal))
}

/** Appeals of a month, or of this and the last one; a head sees those of his courtyards. */
export async function listAppeals(
	ports: AppealPorts,
	viewer: Viewer,
	query: { courtyard?: string | undefined; month?: string | undefined; state?: AppealState | undefined },
): Promise<Outcome> {
	const { courtyard, state } = query
	if (courtyard !== undefined && !maySee(viewer, courtyard))
		return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	const thisMonth = monthOf(shanghaiDay(ports.now()))
	const months = query.month === undefined ? [monthsBefore(thisMonth, 1), thisMonth] : [query.month]
	const found = await Promise.all(months.map((month) => ports.appeals.ofMonth(month, courtyard)))
	const own = found
		.flat()
		.filter((appeal) => maySee(viewer, appeal.courtyard) && (state === undefined || appeal.state === state))
	return ok({ appeals: await Promise.all(own.map((appeal) => appealView(ports, appeal))) })
}

export async function getAppeal(ports: AppealPorts, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await seenAppeal(ports, viewer, id)
	return 'refused' in seen ? seen.refused : ok(await appealView(ports, seen.appeal))
}

/**
 * Staff decide, with a reason. The decision is stored first; what an acceptance entails follows, and is finished by whoever
 * sends the same decision again after a crash. Also after the ranking was published: the published one does not change.
 */
export async function decideAppeal(
	ports: AppealPorts,
	viewer: Viewer,
	id: string,
	{ version, verdict, reason }: AppealDecision,
): Promise<Outcome> {
	const seen = await seenAppeal(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	const now = ports.now()
	const event = { at: now, by: signedBy(viewer), to: verdict, reason }
	// Whoever comes after a crash finishes what the acceptance entails, also when his own wish is refused.
	const appeal = await settleAppeal(ports, seen.appeal, now)
	if (isRepeated(appeal, event)) return ok(await appealView(ports, appeal))
	const refused = refusal(appeal, version)
	if (refused) return refused
	const decided = endedAppeal(appeal, event)
	if ((await ports.appeals.put(decided, appeal.version)) === 'conflict') return changed(id)
	return ok(await appealView(ports, await settleAppeal(ports, decided, now)))
}

/** A head takes an open appeal back; it may be raised again. */
export async function withdrawAppeal(
	ports: AppealPorts,
	viewer: Viewer,
	id: string,
	{ version, reason }: AppealWithdrawal,
): Promise<Outcome> {
	const seen = await seenAppeal(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	const event = { at: ports.now(), by: signedBy(viewer), to: 'withdrawn' as const, reason }
	if (isRepeated(seen.appeal, event)) return ok(await appealView(ports, seen.appeal))
	const refused = refusal(seen.appeal, version)
	if (refused) return refused
	const withdrawn = endedAppeal(seen.appeal, event)
	if ((await ports.appeals.put(withdrawn, seen.appeal.version)) === 'conflict') return changed(id)
	return ok(await appealView(ports, withdrawn))
}

/** A head cannot tell an appeal that is not his from one that is not. */
async function seenAppeal(
	{ appeals }: AppealPorts,
	viewer: Viewer,
	id: string,
): Promise<{ appeal: Appeal } | { refused: Outcome }> {
	const appeal = await appeals.get(id)
	if (appeal && maySee(viewer, appeal.courtyard)) return { appeal }
	return {
		refused: isStaff(viewer)
			? notFound({ zh: `申诉“${id}”`, en: `appeal "${id}"` })
			: forbidden({ zh: '这不是您的申诉。', en: 'This is not your appeal.' }),
	}
}

function refusal({ state, version, id }: Appeal, seen: number): Outcome | undefined {
	if (state !== 'open')
		return conflict({
			zh: `这个申诉${appealStateWords[state].zh}，不能再改。`,
			en: `This appeal is ${state} already: GET /api/appeals/${id}`,
		})
	return version === seen ? undefined : changed(id)
}

const changed = (id: string): Outcome =>
	conflict({
		zh: '别人刚改过这个申诉，请刷新后再看一遍。',
		en: `Somebody has changed this appeal meanwhile; look at it again: GET /api/appeals/${id}`,
	})

const published = (month: string): Outcome =>
	conflict({
		zh: `${month} 的排名已公布，不再改动。请联系镇工作人员：可以更正检查表或记录，再公布一份更正。`,
		en:
			`The ranking of ${month} is published and does not change any more. Tell the staff of the township: they can ` +
			'correct the inspection sheet or the record, and publish a revision of the ranking beside it.',
	})
