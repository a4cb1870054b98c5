import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { type ReadingsPage, Resolution } from '../../../shared/contract/telemetry/readingsPage.ts'
import { told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type HistoryPage, historyPage, startOf } from '../../../shared/domain/telemetry/historyPage.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { type Instant, unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import { statisticsBy } from '../../../shared/domain/telemetry/statistics.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { alarmHistory } from './alarmHistory.ts'
import { seenDevice } from './seenDevice.ts'

/** Readings in one answer, which may have 6 MB. */
const MOST_RAW = 10_000

const instant = z.union([
	z.pipe(
		z.iso.datetime({ offset: true }),
		z.transform((text) => Date.parse(text)),
	),
	z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8_640_000_000_000_000)),
])
export const ReadingsQuery = z
	.object({ from: z.optional(instant), to: z.optional(instant), resolution: z._default(Resolution, 'raw') })
	.check(
		z.refine(({ from, to }) => from === undefined || to === undefined || from < to, {
			path: ['to'],
			...told({ zh: '结束时刻应晚于开始时刻', en: '"to" should be after "from"' }),
		}),
	)

/** A device's readings, or their statistics by hour or day, and its alarms in [from, to); by default the last day. */
export async function getReadings(
	{ registry, telemetry, retentionMs, now }: Pick<ApiPorts, 'registry' | 'telemetry' | 'retentionMs' | 'now'>,
	viewer: Viewer,
	id: string,
	query: z.infer<typeof ReadingsQuery>,
): Promise<Outcome> {
	const seen = await seenDevice(registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const { device } = seen
	const page = historyPage(query, device.interval, now(), retentionMs)
	const hours = page.from < page.end ? await telemetry.range(id, hourOf(page.from), hourOf(page.end - 1)) : []
	const { resolution } = query
	const asked = query.from
	const readings = resolution === 'raw' ? [...instantsOf(hours, page)] : []
	// Ends before the first reading that is too many: a device may report more often than it is registered for.
	const end = readings[MOST_RAW]?.at ?? page.end
	const view = {
		device: id,
		from: iso(page.from),
		to: iso(page.to),
		alarms: alarmHistory(hours, page.from, end),
		...(page.clipped && asked !== undefined ? { clipped: clippedAt(asked, retentionMs) } : {}),
		...(end < page.to ? { next: iso(end) } : {}),
	}
	const answer: ReadingsPage =
		resolution === 'raw'
			? { resolution, ...view, readings: readings.slice(0, MOST_RAW).map(readingView) }
			: {
					resolution,
					...view,
					buckets: statisticsBy(startOf[resolution], instantsOf(hours, page)).map(({ start, measurands }) => ({
						start: iso(start),
						measurands,
					})),
				}
	return ok(answer)
}

/** One after the other: a year of instants at once would need more memory than the function has. */
function* instantsOf(hours: readonly DeviceHour[], { from, end }: HistoryPage): Generator<Instant> {
	for (const { hour, readings } of hours) {
		for (const instant of unpackHour(hour, readings)) if (instant.at >= from && instant.at < end) yield instant
	}
}

const readingView = ({ at, values, bad }: Instant) => ({
	at: iso(at),
	values,
	...(bad.length > 0 ? { bad: [...bad] } : {}),
})

const clippedAt = (asked: number, retentionMs: number): NonNullable<ReadingsPage['clipped']> => {
	const days = retentionMs / 86_400_000
	return {
		asked: iso(asked),
		text: { zh: `读数只保存 ${days} 天`, en: `readings are kept for ${days} days` },
	}
}

const iso = (at: number): string => new Date(at).toISOString()
