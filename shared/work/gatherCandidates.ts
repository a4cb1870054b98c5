import type { Profile } from '../contract/profile/profile.ts'
import type { Courtyard, Name } from '../contract/registry/registry.ts'
import type { CourtyardDay } from '../contract/score/score.ts'
import { monthInspection } from '../domain/inspection/monthInspection.ts'
import type { Candidate } from '../domain/ranking/candidate.ts'
import { doubtStates } from '../domain/ranking/doubtStates.ts'
import { response, responseTask } from '../domain/ranking/response.ts'
import { monthScore } from '../domain/score/periodScore.ts'
import { addDays, dayEnd, dayStart, lastDayOf } from '../domain/time/shanghai.ts'
import type { DayScores } from '../ports/dayScores.ts'
import type { DoubtReviews } from '../ports/doubtReviews.ts'
import type { Inspections } from '../ports/inspections.ts'
import type { Registry } from '../ports/registry.ts'
import type { TaskList } from '../ports/taskStore.ts'

/** Where what a month's ranking is made of comes from. */
export type CandidatePorts = {
	scores: Pick<DayScores, 'days'>
	inspections: Pick<Inspections, 'ofMonth'>
	tasks: Pick<TaskList, 'ofCourtyard'>
	doubtReviews: Pick<DoubtReviews, 'ofMonth'>
}

export type Gathering = {
	registry: Registry
	month: string
	courtyards: readonly Courtyard[]
	/** Whose ranking rules count. */
	rules: Profile
	/** Those that the days name. */
	profiles: readonly Profile[]
	/** Milliseconds since 1970. */
	now: number
}

/** So many courtyards are read at a time: each is a query of a month of days, and one of its tasks. */
const AT_ONCE = 16

/** What is known of each courtyard in a month, in the order in which they are given. */
export async function gatherCandidates(ports: CandidatePorts, gathering: Gathering): Promise<Candidate[]> {
	const { month, courtyards, profiles } = gathering
	const names = new Map([...gathering.registry.devices.values()].map(({ id, name }) => [id, name]))
	const [sheets, reviews] = await Promise.all([ports.inspections.ofMonth(month), ports.doubtReviews.ofMonth(month)])
	// One day more than is looked back: a doubt may arise from the difference to the day before.
	const back = Math.max(...profiles.map(({ scoring }) => scoring.lookBackDays)) + 1
	const from = addDays(`${month}-01`, -back)
	const one = async (courtyard: Courtyard): Promise<Candidate> => {
		const [days, tasks] = await Promise.all([
			ports.scores.days(courtyard.id, from, lastDayOf(month)),
			tasksOf(ports, courtyard.id, month),
		])
		const period = periodOf(profiles, days, month)
		return {
			courtyard,
			village: villageOf(gathering.registry, courtyard),
			...(period ? { period } : {}),
			inspection: monthInspection(sheets.get(courtyard.id) ?? []),
			response: response(gathering.rules, tasks, gathering.now),
			doubts: doubtStates(period?.doubts ?? [], reviews),
			names: namesOf(names, period),
		}
	}
	const found: Candidate[] = []
	for (let i = 0; i < courtyards.length; i += AT_ONCE) {
		found.push(...(await Promise.all(courtyards.slice(i, i + AT_ONCE).map(one))))
	}
	return found
}

/** Without its days: five thousand courtyards are to fit into memory. */
function periodOf(profiles: readonly Profile[], days: readonly CourtyardDay[], month: string): Candidate['period'] {
	if (!days.some(({ day }) => day.startsWith(month))) return undefined
	const { days: _, ...period } = monthScore(profiles, days, month)
	return period
}

/** Tasks that were raised in the month; such a task came into its state after the month began. */
async function tasksOf({ tasks }: CandidatePorts, courtyard: string, month: string) {
	const [from, until] = [dayStart(`${month}-01`), dayEnd(lastDayOf(month))]
	const since = await tasks.ofCourtyard(courtyard, undefined, from - 1)
	return since
		.flatMap((task) => responseTask(task) ?? [])
		.filter(({ raisedAt }) => from <= raisedAt && raisedAt < until)
}

/** @throws when the registry names a village that it does not have */
function villageOf({ villages }: Registry, { id, village }: Courtyard) {
	const found = villages.get(village)
	if (!found) throw new Error(`courtyard ${id} is of village ${village}, which the registry does not have`)
	return found
}

function namesOf(names: ReadonlyMap<string, Name>, period: Candidate['period']): Map<string, Name> {
	const own = new Map<string, Name>()
	for (const { device } of period?.devices ?? []) {
		const name = names.get(device)
		if (name) own.set(device, name)
	}
	return own
}
