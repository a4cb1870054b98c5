import {
	badFields,
	badRequest,
	conflict,
	created,
	forbidden,
	notFound,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type {
	InspectionCorrection,
	InspectionSheet,
	NewInspection,
} from '../../../shared/contract/inspection/inspection.ts'
import type { InspectionRecordView, InspectionRoundsView } from '../../../shared/contract/inspection/inspectionViews.ts'
import { Month, writtenMonth } from '../../../shared/contract/score/score.ts'
import { correctedSheet, isSameSheet, newSheet, wrongDeductions } from '../../../shared/domain/inspection/sheet.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { redraft } from '../../../shared/work/settleAppeal.ts'
import { isStaff, maySee, signedBy, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { monthView, sheetView } from './views.ts'

/** Reads under way at once. */
const AT_ONCE = 16

export type InspectionPorts = Pick<ApiPorts, 'registry' | 'inspections' | 'draftMarks' | 'rankingStatus' | 'now'>

/** Records a sheet. The same sheet sent again is the same inspection; another one of that day is refused. */
export async function recordInspection(ports: InspectionPorts, viewer: Viewer, wish: NewInspection): Promise<Outcome> {
	const registry = await ports.registry.refreshed()
	if (!registry.courtyards.has(wish.courtyard))
		return badRequest('courtyard', { zh: `没有院落“${wish.courtyard}”`, en: `"${wish.courtyard}" does not exist` })
	const now = ports.now()
	if (wish.day > shanghaiDay(now))
		return badRequest('day', {
			zh: '检查做完才能登记，不能提前',
			en: 'an inspection is recorded when it was made, not before',
		})
	const sheet = newSheet(profileOn(registry.profiles, wish.day), wish, { at: now, by: signedBy(viewer) })
	const wrong = wrongDeductions({ items: sheet.items, deductions: [] }, wish.deductions)
	if (wrong.length > 0) return badFields(wrong)
	const added = await ports.inspections.add(sheet)
	// Also when it was there: whoever sent it first may have died before this.
	await redraft(ports, monthOf(wish.day), now)
	if (added === 'stored') return created(await viewOf(ports, [sheet]))
	const known = await ports.inspections.revisions(sheet.id)
	if (known[0] && isSameSheet(known[0], sheet)) return ok(await viewOf(ports, known))
	return conflict({
		zh: `院落“${wish.courtyard}”${wish.day} 已有检查表，请在那张表上更正。`,
		en: `There is a sheet of ${wish.courtyard} for ${wish.day} already. Correct it: PUT /api/inspections/${sheet.id}`,
	})
}

/** Corrects a sheet by a new revision; the old ones stay. */
export async function correctInspection(
	ports: InspectionPorts,
	viewer: Viewer,
	id: string,
	correction: InspectionCorrection,
): Promise<Outcome> {
	const revisions = await ports.inspections.revisions(id)
	const latest = revisions.at(-1)
	if (!latest) return notFound({ zh: `检查“${id}”`, en: `inspection "${id}"` })
	const onRecord = { at: ports.now(), by: signedBy(viewer) }
	const month = monthOf(latest.day)
	if (correction.revision !== latest.revision) {
		await redraft(ports, month, onRecord.at)
		const [seen, next] = [revisions[correction.revision - 1], revisions[correction.revision]]
		const isRepeated = seen && next && isSameSheet(correctedSheet(seen, correction, onRecord), next)
		return isRepeated ? ok(await viewOf(ports, revisions)) : moved(latest)
	}
	const wrong = wrongDeductions(latest, correction.deductions)
	if (wrong.length > 0) return badFields(wrong)
	const next = correctedSheet(latest, correction, onRecord)
	if ((await ports.inspections.add(next)) === 'conflict') return moved(next)
	await redraft(ports, month, onRecord.at)
	return ok(await viewOf(ports, [...revisions, next]))
}

/** A sheet with all its revisions. A head cannot tell a sheet that is not his from one that is not. */
export async function getInspection(ports: InspectionPorts, viewer: Viewer, id: string): Promise<Outcome> {
	const revisions = await ports.inspections.revisions(id)
	const own = revisions.filter(({ courtyard }) => maySee(viewer, courtyard))
	if (own.length > 0) return ok(await viewOf(ports, own))
	return isStaff(viewer)
		? notFound({ zh: `检查“${id}”`, en: `inspection "${id}"` })
		: forbidden({ zh: '这不是您院落的检查。', en: 'This is not an inspection of your courtyard.' })
}

/** A courtyard's inspections of a month: the score, and which defect cost what. */
export async function monthOfInspections(
	{ registry, inspections, rankingStatus }: InspectionPorts,
	viewer: Viewer,
	{ courtyard, month }: { courtyard: string; month: string },
): Promise<Outcome> {
	if (!maySee(viewer, courtyard)) return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	if (!(await registry.current()).courtyards.has(courtyard))
		return notFound({ zh: `院落“${courtyard}”`, en: `courtyard "${courtyard}"` })
	const [sheets, isPublished] = await Promise.all([
		inspections.ofCourtyard(courtyard, month),
		rankingStatus.isPublished(month),
	])
	return ok(monthView(courtyard, month, sheets, isPublished))
}

/** Inspections of a month, courtyard by courtyard, of those the viewer may see: who was visited, and who was not. */
export async function roundsOfMonth(ports: InspectionPorts, viewer: Viewer, month: string): Promise<Outcome> {
	if (!Month.safeParse(month).success) return badRequest('month', writtenMonth)
	const known = await ports.registry.current()
	const own = [...known.courtyards.keys()].filter((id) => maySee(viewer, id)).sort()
	const isPublished = await ports.rankingStatus.isPublished(month)
	const view: InspectionRoundsView = {
		month,
		courtyards: await inParallel(own, AT_ONCE, async (courtyard) =>
			monthView(courtyard, month, await ports.inspections.ofCourtyard(courtyard, month), isPublished),
		),
	}
	return ok(view)
}

const moved = ({ revision, id }: InspectionSheet): Outcome =>
	conflict({
		zh: `别人刚更正过这张检查表（第 ${revision} 版），请刷新后再看一遍。`,
		en: `Somebody has corrected this sheet meanwhile (revision ${revision}); look at it again: GET /api/inspections/${id}`,
	})

async function viewOf(
	{ rankingStatus }: InspectionPorts,
	revisions: readonly InspectionSheet[],
): Promise<InspectionRecordView> {
	const latest = revisions.at(-1)
	if (!latest) throw new Error('an inspection has at least one revision')
	const isPublished = await rankingStatus.isPublished(monthOf(latest.day))
	return { ...sheetView(latest, isPublished), revisions: revisions.map((sheet) => sheetView(sheet)) }
}
