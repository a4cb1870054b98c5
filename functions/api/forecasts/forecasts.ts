import { forbidden, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { type Device, Id } from '../../../shared/contract/registry/registry.ts'
import type { ForecastsView, ForecastView } from '../../../shared/contract/telemetry/forecast.ts'
import * as z from '../../../shared/contract/zod.ts'
import { forecastWords } from '../../../shared/domain/forecast/forecastWords.ts'
import { emptyingLimit, hoursToLookAt, type Planned, plannedOf } from '../../../shared/domain/forecast/planned.ts'
import { type Level, timeToFull } from '../../../shared/domain/forecast/timeToFull.ts'
import { unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

export const ForecastsQuery = z.object({ village: Id })

type Ports = Pick<ApiPorts, 'registry' | 'telemetry' | 'now'>

/** When the bins and septic tanks of a village are full, the soonest first; those without a trend are named apart. */
export async function listForecasts(
	ports: Ports,
	viewer: Viewer,
	{ village }: z.infer<typeof ForecastsQuery>,
): Promise<Outcome> {
	const known = await ports.registry.current()
	if (!known.villages.has(village)) return notFound({ zh: `“${village}”这个村`, en: `village "${village}"` })
	const seen = [...known.courtyards.values()].filter((one) => one.village === village && maySee(viewer, one.id))
	if (seen.length === 0) return forbidden({ zh: '这是别的村。', en: 'This is another village.' })
	const courtyards = new Set(seen.map(({ id }) => id))
	const now = ports.now()
	const devices = [...known.devices.values()]
		.filter(({ courtyard, left }) => courtyards.has(courtyard) && left === undefined)
		.flatMap((device) => {
			const plan = plannedOf(device)
			return plan ? [{ device, plan }] : []
		})
	const levels = await levelsOf(ports, devices, now)
	const found = devices.map(({ device, plan }) => forecastOf(known, device, plan, levels.get(device.id) ?? [], now))
	const forecasts = found.filter((one) => 'fullAt' in one)
	const view: ForecastsView = {
		village,
		forecasts: forecasts.sort((a, b) => (a.fullAt < b.fullAt ? -1 : 1)),
		withoutTrend: found
			.filter((one) => !('fullAt' in one))
			.map(({ device }) => device)
			.sort(),
	}
	return ok(view)
}

/** The first usable level of each hour that is looked at: a hundred items of a device, not all it ever sent. */
async function levelsOf(
	{ telemetry }: Ports,
	devices: readonly { device: Device; plan: Planned }[],
	now: number,
): Promise<Map<string, Level[]>> {
	const keys = devices.flatMap(({ device, plan }) =>
		hoursToLookAt(plan, now).map((hour) => ({ device: device.id, hour })),
	)
	const items = Map.groupBy(await telemetry.pick(keys), ({ device }) => device)
	return new Map(
		devices.map(({ device, plan }) => {
			const own = (items.get(device.id) ?? []).sort((a, b) => (a.hour < b.hour ? -1 : 1))
			const levels = own.flatMap(({ hour, readings }) => {
				const first = unpackHour(hour, readings).find(
					({ values, at }) => values[plan.measurand] !== undefined && at <= now,
				)
				const value = first?.values[plan.measurand]
				return first && value !== undefined ? [{ at: first.at, value }] : []
			})
			return [device.id, levels]
		}),
	)
}

function forecastOf(
	{ profile }: Registry,
	device: Device,
	{ measurand }: Planned,
	levels: readonly Level[],
	now: number,
): ForecastView | { device: string } {
	const limit = emptyingLimit(profile, device, measurand)
	const forecast = limit === undefined ? undefined : timeToFull(levels, limit)
	if (!forecast || limit === undefined) return { device: device.id }
	const { fullAt, earliest, latest, level, perDay, emptyings } = forecast
	const iso = (at: number): string => new Date(at).toISOString()
	return {
		device: device.id,
		courtyard: device.courtyard,
		name: device.name,
		measurand,
		limit,
		level,
		perDay,
		emptyings,
		fullAt: iso(fullAt),
		earliest: iso(earliest),
		latest: iso(latest),
		text: forecastWords(device.name, forecast, limit, now),
	}
}
