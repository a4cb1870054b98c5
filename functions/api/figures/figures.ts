import { badRequest, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { Day } from '../../../shared/contract/score/score.ts'
import type { Figures } from '../../../shared/contract/service/figures.ts'
import { revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import * as z from '../../../shared/contract/zod.ts'
import { isOutOfService } from '../../../shared/domain/alarm/outOfService.ts'
import { taskFigures } from '../../../shared/domain/task/figures.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { lastReadingAt } from '../../../shared/domain/telemetry/lastReading.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

/** Days of Asia/Shanghai, both included; the last 30 where nothing is said. */
export const FiguresQuery = z.object({ from: z.optional(Day), to: z.optional(Day) })

const DAY = 86_400_000
const LONGEST_DAYS = 366
const STALE_AFTER_MS = DAY
/** Reads under way at once. */
const AT_ONCE = 16

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'telemetry' | 'now'>

/** How well tasks are dealt with, and how good the alarms are. */
export async function getFigures(ports: Ports, query: z.infer<typeof FiguresQuery>): Promise<Outcome> {
	const now = ports.now()
	const to = query.to ?? shanghaiDay(now)
	const from = query.from ?? shanghaiDay(dayStart(to) - 29 * DAY)
	const span = { from: dayStart(from), to: dayStart(to) + DAY, now }
	if (span.to <= span.from)
		return badRequest('to', { zh: '结束日不能早于开始日', en: '"to" should not be before "from"' })
	if (span.to - span.from > LONGEST_DAYS * DAY)
		return badRequest('to', { zh: `一次最多 ${LONGEST_DAYS} 天`, en: `at most ${LONGEST_DAYS} days at once` })
	const known = await ports.registry.current()
	// What was raised in the time came into its state after its beginning.
	const tasks = await each([...known.courtyards.keys()], (id) => ports.tasks.ofCourtyard(id, undefined, span.from - 1))
	const found = taskFigures(tasks.flat(), [...known.courtyards.values()], span)
	const withPlace = <T extends { device: string }>(one: T) => ({ ...one, place: placeOf(known, one.device) })
	const figures: Figures = {
		from,
		to,
		...found,
		topDevices: { ...found.topDevices, devices: found.topDevices.devices.map(withPlace) },
		chattering: found.chattering.map(withPlace),
		stale: (await staleDevices(ports, known, now)).map(withPlace),
	}
	return ok(figures)
}

/** The courtyard and the device by name; one that is no longer registered keeps its id. */
function placeOf({ devices, courtyards }: Registry, id: string): { zh: string; en: string } {
	const device = devices.get(id)
	const courtyard = device && courtyards.get(device.courtyard)
	if (!device || !courtyard) return { zh: id, en: id }
	return { zh: `${courtyard.name.zh} ${device.name.zh}`, en: `${courtyard.name.en}, ${device.name.en}` }
}

async function staleDevices(
	{ telemetry }: Ports,
	registry: Registry,
	now: number,
): Promise<Omit<Figures['stale'][number], 'place'>[]> {
	const devices = [...registry.devices.values()]
		.filter((device) => sends(device) && !isOutOfService(device, now))
		.sort((a, b) => (a.id < b.id ? -1 : 1))
	const seen = await each(devices, async ({ id, courtyard }) => {
		const newest = await telemetry.newest(id, hourOf(now + 3_600_000))
		const last = newest && lastReadingAt(newest.hour, newest.readings)
		return { device: id, courtyard, last }
	})
	return seen
		.filter(({ last }) => last === undefined || last <= now - STALE_AFTER_MS)
		.map(({ last, ...device }) => ({
			...device,
			lastReadingAt: last === undefined ? null : new Date(last).toISOString(),
		}))
}

const sends = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)

/** Midnight in Asia/Shanghai, at which a day begins. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

async function each<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
	const results: R[] = []
	for (let i = 0; i < items.length; i += AT_ONCE)
		results.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(run))))
	return results
}
