import { isOver } from '../../shared/domain/score/dayOver.ts'
import { dayStart, monthOf, nextDay, previousMonth, shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import { Agenda } from './agenda.ts'
import { reachOf, unscoredDays } from './dueDays.ts'
import type { RollupPorts } from './ports.ts'
import { refreshChanges } from './refreshChanges.ts'
import { computeDay, putDay } from './scoreDay.ts'

export type Clock = {
	now: () => number
	/** Milliseconds until this invocation is ended from outside. */
	remaining: () => number
}

export type RollupReport = {
	/** Village-days that were worked out, and courtyard-days that were written. */
	villageDays: number
	courtyardDays: number
	marksCleared: number
	drafts: number
	/** Village-days left for the next run: time was short, or somebody who knew more was there first; changes of villages too. */
	left: number
	failed: { what: string; error: unknown }[]
}

/** Late marks that one run takes on. */
const MOST_MARKS = 20_000
/** No village's day takes longer; a run that has less time left leaves the rest to the next. */
export const RESERVE_MS = 60_000

/**
 * Scores what is to be scored: days that are over and not scored yet, as far as 40 days back, and days of which readings came
 * late; then what changed on the last day, and the drafts of the months concerned. Runs every quarter of an hour. It may be killed anywhere and run twice at
 * once: each village's day is put before it is noted as there, and a mark goes when all that follows from it is put.
 */
export async function rollup(ports: RollupPorts, clock: Clock): Promise<RollupReport> {
	const report: RollupReport = { villageDays: 0, courtyardDays: 0, marksCleared: 0, drafts: 0, left: 0, failed: [] }
	await settleAppeals(ports, clock, report)
	// Before the registry: whoever set a mark knew the device.
	const marks = await ports.late.list(MOST_MARKS)
	const registry = await ports.registry.refreshed()
	const agenda = new Agenda()
	for (const key of await unscoredDays(registry, ports.scores, clock.now())) agenda.add(key, 'unscored')
	for (const mark of marks) {
		const reach = reachOf(registry, mark)
		for (const { reason, ...key } of reach) agenda.add(key, reason, [mark])
		if (reach.length === 0) await ports.late.clear(mark)
	}
	await workOff(agenda, ports, clock, report)
	await noteChanges(ports, clock, report)
	await refreshDrafts(ports, clock, report)
	return report
}

/** First, for it marks days to be scored again. */
async function settleAppeals(ports: RollupPorts, clock: Clock, report: RollupReport): Promise<void> {
	try {
		await ports.settleAppeals(clock.now())
	} catch (error) {
		report.failed.push({ what: 'appeals that were accepted', error })
	}
}

async function workOff(agenda: Agenda, ports: RollupPorts, clock: Clock, report: RollupReport): Promise<void> {
	while (agenda.size > 0 && clock.remaining() > RESERVE_MS) {
		const entry = agenda.next()
		if (!entry) return
		const { village, day, reasons, marks } = entry
		try {
			const now = clock.now()
			if (isOver(day, now)) {
				const computed = await computeDay(ports, entry)
				report.villageDays += 1
				const isAsBefore = computed.isIncomingKnown && reasons.size === 1 && reasons.has('follows')
				if (!isAsBefore) {
					if ((await putDay(ports, computed, computed.days, now)) === 'outdated') {
						report.left += 1
						continue
					}
					report.courtyardDays += computed.days.length
					if (marks.size > 0) agenda.add({ village, day: nextDay(day) }, 'follows', marks)
				}
			}
			for (const mark of agenda.done(marks)) {
				await ports.late.clear(mark)
				report.marksCleared += 1
			}
		} catch (error) {
			report.failed.push({ what: `${day} ${village}`, error })
		}
	}
	report.left += agenda.size
}

/** Village by village, in half of what is held back: a run that had much to score has time for this as well. */
async function noteChanges(ports: RollupPorts, clock: Clock, report: RollupReport): Promise<void> {
	try {
		report.left += await refreshChanges(ports, clock.now(), () => clock.remaining() > RESERVE_MS / 2)
	} catch (error) {
		report.failed.push({ what: 'what changed on the last day', error })
	}
}

async function refreshDrafts({ drafts, draftMarks }: RollupPorts, clock: Clock, report: RollupReport): Promise<void> {
	if (!drafts) return
	const ripening = ripeningMonth(clock.now())
	if (ripening !== undefined) await draftMarks.add(ripening)
	for (const mark of await draftMarks.list()) {
		if (clock.remaining() <= RESERVE_MS) return
		try {
			await drafts.refresh(mark.month)
			await draftMarks.clear(mark)
			report.drafts += 1
		} catch (error) {
			report.failed.push({ what: `draft of ${mark.month}`, error })
		}
	}
}

const DRAFT_DAYS = 10
/** From 03:00 on for the quarter of an hour in which there is one run, milliseconds since midnight. */
const NIGHT = { from: 180 * 60_000, until: 195 * 60_000 }

/**
 * The month that is over and still ripens: repairs are verified and deadlines pass without any reading that would mark it.
 * Once a night, in the first days of the next month.
 */
function ripeningMonth(now: number): string | undefined {
	const day = shanghaiDay(now)
	const clock = now - dayStart(day)
	const isNight = NIGHT.from <= clock && clock < NIGHT.until
	return isNight && Number(day.slice(8)) <= DRAFT_DAYS ? previousMonth(monthOf(day)) : undefined
}
