import { Id } from '../../shared/contract/registry/registry.ts'
import { type CourtyardDay, Day, Month } from '../../shared/contract/score/score.ts'
import * as z from '../../shared/contract/zod.ts'
import { isOver } from '../../shared/domain/score/dayOver.ts'
import { packDevices } from '../../shared/domain/score/dayPack.ts'
import { placedDevices } from '../../shared/domain/score/placedDevices.ts'
import { daysOfMonth } from '../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { ScorePorts } from './ports.ts'
import { type Clock, RESERVE_MS } from './rollup.ts'
import { computeDay, putDay, type VillageDayKey } from './scoreDay.ts'

const more = {
	/** Only this courtyard; its village is worked out all the same. */
	courtyard: z.optional(Id),
	/** Compares, and writes nothing. */
	dryRun: z._default(z.boolean(), false),
	/** Goes on after a village's day, as the answer before said. */
	after: z.optional(z.string()),
}

/** What `rescore` takes: a month or a day. */
export const Rescore = z.union([z.strictObject({ month: Month, ...more }), z.strictObject({ day: Day, ...more })], {
	error:
		'rescore is {"month": "2026-10"} or {"day": "2026-10-05"}, with "courtyard", "dryRun" and "after" where wanted',
})
export type Rescore = z.infer<typeof Rescore>

export type RescoreReport = {
	computed: number
	/** Courtyard-days that were otherwise, or not there. */
	differ: number
	/** The first of these: `<day> <courtyard>`. */
	examples: string[]
	/** Time was short: ask again with this as `after`. */
	next?: string
}

const MOST_EXAMPLES = 20

/**
 * Works out days anew and puts those that differ from what is kept. A score is a function of readings, profile and registry,
 * so where none of these changed nothing differs, to the byte. Days that are not over are left out.
 */
export async function rescore(ports: ScorePorts, asked: Rescore, clock: Clock): Promise<RescoreReport> {
	const report: RescoreReport = { computed: 0, differ: 0, examples: [] }
	const registry = await ports.registry.refreshed()
	let last = asked.after
	for (const key of keysOf(registry, asked, clock.now())) {
		const name = `${key.day} ${key.village}`
		if (asked.after !== undefined && name <= asked.after) continue
		if (clock.remaining() <= RESERVE_MS) return last === undefined ? { ...report, next: '' } : { ...report, next: last }
		await rescoreOne(ports, asked, key, clock.now(), report)
		last = name
	}
	return report
}

function keysOf(registry: Registry, asked: Rescore, now: number): VillageDayKey[] {
	const days = 'month' in asked ? daysOfMonth(asked.month) : [asked.day]
	return days
		.filter((day) => isOver(day, now))
		.flatMap((day) =>
			[...placedDevices(registry, day)]
				.filter(
					([, placed]) => asked.courtyard === undefined || placed.some((one) => one.courtyard === asked.courtyard),
				)
				.map(([village]) => ({ village, day }))
				.sort((a, b) => (a.village < b.village ? -1 : 1)),
		)
}

async function rescoreOne(
	ports: ScorePorts,
	{ courtyard, dryRun }: Rescore,
	key: VillageDayKey,
	now: number,
	report: RescoreReport,
): Promise<void> {
	const computed = await computeDay(ports, key)
	const wanted = computed.days.filter((day) => courtyard === undefined || day.courtyard === courtyard)
	const changed: CourtyardDay[] = []
	for (const day of wanted) {
		const [kept] = await ports.scores.days(day.courtyard, day.day, day.day)
		if (kept && bytesOf(kept) === bytesOf(day)) continue
		changed.push(day)
		if (report.examples.length < MOST_EXAMPLES) report.examples.push(`${day.day} ${day.courtyard}`)
	}
	report.computed += wanted.length
	report.differ += changed.length
	if (dryRun) return
	// Of one courtyard alone it cannot be said that the village is there.
	const whole = courtyard === undefined && (changed.length > 0 || !computed.isIncomingKnown)
	if (whole) await putDay(ports, computed, changed, now)
	else if (changed.length > 0) await putDay(ports, { ...computed, days: [] }, changed, now)
}

const bytesOf = ({ profile, devices }: CourtyardDay): string => `${profile}\n${packDevices(devices)}`
