import type { Courtyard, Device } from '../../../shared/contract/registry/registry.ts'
import type { VillageNow } from '../../../shared/contract/score/villageNow.ts'
import { digest } from '../../../shared/domain/score/digest.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { NowScope } from '../../../shared/ports/villagesNow.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'
import type { ApiPorts } from '../ports.ts'
import { isScored, liveDevices, type ScoreAt, scoreNow } from './liveView.ts'

type Ports = Pick<ApiPorts, 'telemetry' | 'tasks' | 'villagesNow'>
type Village = { township: string; village: string; courtyards: readonly string[]; devices: Device[]; stamp: string }

/** No sensor reports more often: what is shown is one reading behind, and seldom two. */
const HOLDS_MS = 5 * 60_000
/** Where a courtyard has sensors and no score, as after a start: it is looked for as often as a page asks. */
const HOLDS_WHILE_MISSING_MS = 30_000
/** Villages that are put at a time. */
const WIDTH = 8

/**
 * The courtyards' scores, each with the instant it was worked out at, at most five minutes ago. Who finds none as young works
 * out the village's and keeps them for all others: whatever the number of readers, device-hours are read once in five minutes,
 * and while nobody looks, never. What is kept is exact at its instant, and put whole; so it does not matter who
 * puts, how many at once, and who dies before. A change of the registry or the profile tells at once.
 */
export async function courtyardsNow(
	{ villagesNow, ...ports }: Ports,
	known: Registry,
	scope: NowScope,
	now: number,
): Promise<Map<string, ScoreAt>> {
	const kept = await villagesNow.within(scope)
	const villages = villagesIn(known, scope)
	const holding = (one: Village): VillageNow | undefined => {
		const last = kept.get(one.village)
		return last && last.stamp === one.stamp && holds(last, now) ? last : undefined
	}
	const outdated = villages.filter((one) => holding(one) === undefined)
	const fresh = await workedOut(ports, known, outdated, now)
	await inParallel(fresh, WIDTH, ([at, found]) => villagesNow.put(at, found))
	return new Map(
		[...villages.flatMap((one) => holding(one) ?? []), ...fresh.map(([, found]) => found)].flatMap(
			({ at, courtyards }) => courtyards.map(({ id, ...score }) => [id, { ...score, at }] as const),
		),
	)
}

/** By the clock of another process, which may be ahead a little. */
function holds({ at, courtyards }: VillageNow, now: number): boolean {
	const isMissing = courtyards.some(({ score, revolutions }) => score === null && Object.keys(revolutions).length > 0)
	return Math.abs(now - at) < (isMissing ? HOLDS_WHILE_MISSING_MS : HOLDS_MS)
}

async function workedOut(
	ports: Pick<Ports, 'telemetry' | 'tasks'>,
	known: Registry,
	villages: readonly Village[],
	at: number,
): Promise<[Village, VillageNow][]> {
	const devices = villages.flatMap((one) => one.devices)
	const live = Map.groupBy(await liveDevices(known, devices, ports, at), ({ device }) => device.courtyard)
	return villages.map((one) => {
		const courtyards = one.courtyards.map((id) => ({ id, ...scoreNow(known.profile, live.get(id) ?? []) }))
		return [one, { at, stamp: one.stamp, courtyards }]
	})
}

/** Those that have courtyards, each with all that its scores depend on beside readings and the clock. */
function villagesIn({ villages, courtyards, devices, profile }: Registry, scope: NowScope): Village[] {
	const rules = digest([JSON.stringify(profile)])
	const placed = Map.groupBy([...devices.values()].filter(isScored), ({ courtyard }) => courtyard)
	const townshipOf = (village: string): string => villages.get(village)?.township ?? ''
	const isIn = ({ village }: Courtyard): boolean =>
		scope === 'all' || (townshipOf(village) === scope.township && (scope.village ?? village) === village)
	return [...Map.groupBy([...courtyards.values()].filter(isIn), ({ village }) => village)].map(([village, own]) => {
		const ids = own.map(({ id }) => id).sort()
		const sensors = ids.flatMap((id) => placed.get(id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
		const stamp = digest([rules, ...ids, ...sensors.map((device) => JSON.stringify(device))])
		return { township: townshipOf(village), village, courtyards: ids, devices: sensors, stamp }
	})
}
