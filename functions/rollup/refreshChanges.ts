import type { Profile } from '../../shared/contract/profile/profile.ts'
import { firstDayFor, mergedChanges } from '../../shared/domain/score/dayChanges.ts'
import { isOver } from '../../shared/domain/score/dayOver.ts'
import { digest } from '../../shared/domain/score/digest.ts'
import { addDays, shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { DayChangesStore, KeptChanges } from '../../shared/ports/dayChanges.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { changesOfDay } from '../../shared/work/changesOfDay.ts'
import type { ScorePorts } from './ports.ts'

type Ports = Pick<ScorePorts, 'registry' | 'scores'> & { changes: DayChangesStore }
type Village = { village: string; courtyards: string[]; stamp: string }

/**
 * Puts in place what changed on the last day that is over, village by village where anything it is worked out from has
 * changed since: its courtyards, the profiles, its days. A function of the days that are kept: whatever killed or overtook
 * the runs before, the next one that is left alone leaves it as it is from scratch.
 * @param goesOn whether there is time for another village
 * @returns villages left for the next run
 */
export async function refreshChanges(
	{ registry, scores, changes }: Ports,
	now: number,
	goesOn: () => boolean,
): Promise<number> {
	const day = addDays(shanghaiDay(now), -1)
	if (!isOver(day, now)) return 0
	const known = await registry.recent()
	// Before the days: what is put while they are read leaves another stamp, and the next run looks again.
	const finishes = await scores.finishes(firstDayFor(known.profiles, day), day)
	const villages = villagesOf(known, day, finishes)
	const stampOfAll = digest([JSON.stringify(villages)])
	if ((await changes.of('all'))?.stamp === stampOfAll) return 0
	const there = await changes.ofVillages()
	const found: KeptChanges[] = []
	for (const { village, courtyards, stamp } of villages) {
		const kept = there.get(village)
		if (kept?.stamp === stamp) found.push(kept)
		else {
			if (!goesOn()) return villages.length - found.length
			const fresh = { stamp, changes: await changesOfDay(scores, known.profiles, courtyards, day) }
			await changes.put({ village }, fresh)
			found.push(fresh)
		}
	}
	const all = mergedChanges(
		day,
		found.map((kept) => kept.changes),
	)
	await changes.put('all', { stamp: stampOfAll, changes: all })
	return 0
}

/** In order, each with all that its changes are worked out from. */
function villagesOf(
	{ courtyards, profiles }: Pick<Registry, 'courtyards' | 'profiles'>,
	day: string,
	finishes: ReadonlyMap<string, number>,
): Village[] {
	const rules = digest([day, ...profiles.map((profile: Profile) => JSON.stringify(profile))])
	const ofVillage = Map.groupBy([...finishes].sort(), ([key]) => key.slice(key.indexOf('#') + 1))
	return [...Map.groupBy(courtyards.values(), ({ village }) => village)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([village, own]) => {
			const ids = own.map(({ id }) => id).sort()
			return { village, courtyards: ids, stamp: digest([JSON.stringify([rules, ids, ofVillage.get(village) ?? []])]) }
		})
}
