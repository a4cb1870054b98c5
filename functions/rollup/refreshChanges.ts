import { firstDayFor } from '../../shared/domain/score/dayChanges.ts'
import { isOver } from '../../shared/domain/score/dayOver.ts'
import { digest } from '../../shared/domain/score/digest.ts'
import { addDays, shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { DayChangesStore } from '../../shared/ports/dayChanges.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { changesOfDay } from '../../shared/work/changesOfDay.ts'
import type { ScorePorts } from './ports.ts'

type Ports = Pick<ScorePorts, 'registry' | 'scores'> & { changes: DayChangesStore }

/**
 * Puts in place what changed on the last day that is over, where anything it is worked out from has changed since: which
 * courtyards there are, the profiles, or a village's day. A function of the days that are kept: whatever killed or overtook
 * the runs before, the next one that is left alone leaves it as it is from scratch.
 */
export async function refreshChanges({ registry, scores, changes }: Ports, now: number): Promise<void> {
	const day = addDays(shanghaiDay(now), -1)
	if (!isOver(day, now)) return
	const { profiles, courtyards } = await registry.recent()
	const ids = [...courtyards.keys()].sort()
	// Before the days: what is put while they are read leaves another stamp, and the next run looks again.
	const finishes = await scores.finishes(firstDayFor(profiles, day), day)
	const stamp = stampOf(day, profiles, ids, finishes)
	if ((await changes.last())?.stamp === stamp) return
	await changes.put({ stamp, changes: await changesOfDay(scores, profiles, ids, day) })
}

const stampOf = (
	day: string,
	profiles: Registry['profiles'],
	courtyards: readonly string[],
	finishes: ReadonlyMap<string, number>,
): string => digest([JSON.stringify([day, profiles, courtyards, [...finishes].sort(([a], [b]) => (a < b ? -1 : 1))])])
