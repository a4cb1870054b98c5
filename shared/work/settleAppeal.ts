import type { Appeal } from '../contract/ranking/appeal.ts'
import { acceptanceOf } from '../domain/appeal/appeal.ts'
import { daysTouched } from '../domain/appeal/exclusion.ts'
import { struckSheet } from '../domain/inspection/sheet.ts'
import { isOver } from '../domain/score/dayOver.ts'
import { monthsBefore } from '../domain/time/month.ts'
import { lastDayOf, monthOf, shanghaiDay } from '../domain/time/shanghai.ts'
import type { Appeals } from '../ports/appeals.ts'
import type { LateMarks } from '../ports/dayScores.ts'
import type { DraftMarks } from '../ports/drafts.ts'
import type { Inspections } from '../ports/inspections.ts'

export type SettlingPorts = {
	appeals: Pick<Appeals, 'put' | 'ofMonth'>
	inspections: Pick<Inspections, 'revisions' | 'add'>
	lateMarks: Pick<LateMarks, 'add'>
	draftMarks: Pick<DraftMarks, 'add'>
}

/**
 * Does what the acceptance of an appeal entails, and notes that it is done: the days of contested readings are scored
 * again, a contested deduction is struck. The acceptance itself is stored before; every step is safe to repeat, so whoever
 * comes after a crash finishes it.
 */
export async function settleAppeal(ports: SettlingPorts, appeal: Appeal, now: number): Promise<Appeal> {
	if (appeal.isSettled) return appeal
	const { subject } = appeal
	if (subject.is === 'readings') {
		for (const day of daysTouched(subject)) await ports.lateMarks.add(subject.device, day)
	} else {
		await strike(ports.inspections, appeal, subject)
		await redraft(ports, appeal.month, now)
	}
	const settled = { ...appeal, isSettled: true, version: appeal.version + 1 }
	// On a conflict somebody else finished it at the same moment: nothing else can change an accepted appeal.
	await ports.appeals.put(settled, appeal.version)
	return settled
}

/** Finishes what crashes left of the appeals of this month and the last two. Returns how many there were. */
export async function settleAppeals(ports: SettlingPorts, now: number): Promise<number> {
	const thisMonth = monthOf(shanghaiDay(now))
	let settled = 0
	for (const month of [0, 1, 2].map((back) => monthsBefore(thisMonth, back))) {
		const left = (await ports.appeals.ofMonth(month)).filter(({ isSettled }) => !isSettled)
		for (const appeal of left) await settleAppeal(ports, appeal, now)
		settled += left.length
	}
	return settled
}

/** Inspections of a month that is over have changed: its draft ranking is worked out anew. Safe to repeat. */
export async function redraft(
	{ draftMarks }: Pick<SettlingPorts, 'draftMarks'>,
	month: string,
	now: number,
): Promise<void> {
	if (isOver(lastDayOf(month), now)) await draftMarks.add(month)
}

/** So many others may correct the same sheet at the same moment. */
const ATTEMPTS = 5

/** @throws when others keep changing the sheet; the repeat strikes it */
async function strike(
	inspections: SettlingPorts['inspections'],
	appeal: Appeal,
	{ inspection, deduction }: { inspection: string; deduction: string },
): Promise<void> {
	const accepted = acceptanceOf(appeal)
	if (!accepted) return
	const { at, by, reason } = accepted
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const latest = (await inspections.revisions(inspection)).at(-1)
		if (!latest) return
		const next = struckSheet(latest, deduction, { appeal: appeal.id, at, by, reason })
		if (next === latest || (await inspections.add(next)) === 'stored') return
	}
	throw new Error(`the sheet ${inspection} keeps changing; the appeal ${appeal.id} is not settled`)
}
