import * as z from 'zod'
import { forbidden, notFound, type Outcome, ok } from '../../shared/contract/outcome.ts'
import type { ReadingsPage } from '../../shared/contract/views.ts'
import type { AlarmInterval } from '../../shared/domain/alarm/state.ts'
import { hourOf, hourStart } from '../../shared/domain/telemetry/hour.ts'
import { unpackHour } from '../../shared/domain/telemetry/hourPack.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import type { ApiPorts } from './ports.ts'
import { maySee, type Viewer } from './viewer.ts'

const DAY = 86_400_000
/** A page is at most a week: about 2,000 readings at five minutes. */
const PAGE = 7 * DAY

const instant = z.union([
	z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
	z.coerce.number().int().min(0).max(8_640_000_000_000_000),
])
export const ReadingsQuery = z
	.object({ from: instant.optional(), to: instant.optional() })
	.refine(({ from, to }) => from === undefined || to === undefined || from < to, {
		path: ['to'],
		error: '"to" should be after "from"',
	})

const Intervals = z.array(
	z.object({ rule: z.string(), onset: z.number(), raisedAt: z.number(), clearedAt: z.number().optional() }),
)

/** A device's readings and alarms in [from, to); by default the last day. */
export async function getReadings(
	{ registry, telemetry, now }: Pick<ApiPorts, 'registry' | 'telemetry' | 'now'>,
	viewer: Viewer,
	id: string,
	query: z.infer<typeof ReadingsQuery>,
): Promise<Outcome> {
	let device = (await registry.current()).devices.get(id)
	if (!device) device = (await registry.refreshed()).devices.get(id)
	if (!device) return viewer.role === 'staff' ? notFound(`device "${id}"`) : forbidden('This is not your device.')
	if (!maySee(viewer, device.courtyard)) return forbidden('This is a device of another courtyard.')
	const to = query.to ?? now() + 5 * 60_000 + 1
	const from = query.from ?? to - DAY
	const end = Math.min(to, from + PAGE)
	const hours = await telemetry.range(id, hourOf(from), hourOf(end - 1))
	const page: ReadingsPage = {
		device: id,
		from: iso(from),
		to: iso(to),
		readings: hours
			.flatMap(({ hour, readings }) => unpackHour(hour, readings))
			.filter(({ at }) => at >= from && at < end)
			.map(({ at, values, bad }) => ({ at: iso(at), values, ...(bad.length > 0 ? { bad: [...bad] } : {}) })),
		alarms: alarmsIn(hours, from, end),
		...(end < to ? { next: iso(end) } : {}),
	}
	return ok(page)
}

/** An alarm over several hours stands in each; the latest that speaks of it knows most. */
function alarmsIn(hours: readonly DeviceHour[], from: number, to: number): ReadingsPage['alarms'] {
	const byKey = new Map<string, Pick<AlarmInterval, 'rule' | 'onset' | 'raisedAt' | 'clearedAt'>>()
	for (const { hour, alarms } of hours) {
		if (alarms === undefined || hourStart(hour) >= to) continue
		for (const { clearedAt, ...interval } of Intervals.parse(JSON.parse(alarms))) {
			byKey.set(`${interval.rule}@${interval.onset}`, {
				...interval,
				...(clearedAt === undefined ? {} : { clearedAt }),
			})
		}
	}
	return [...byKey.values()]
		.filter(({ onset, clearedAt }) => onset < to && (clearedAt ?? to) >= from)
		.map(({ rule, onset, raisedAt, clearedAt }) => ({
			rule,
			onset: iso(onset),
			raisedAt: iso(raisedAt),
			clearedAt: clearedAt === undefined ? null : iso(clearedAt),
		}))
}

const iso = (at: number): string => new Date(at).toISOString()
