import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { Month } from '../../../shared/contract/score/score.ts'
import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { problemsOf } from '../../../shared/domain/wall/problems.ts'
import type { ApiPorts } from '../ports.ts'
import { remembered } from './remembered.ts'
import { courtyardsOf, type Place, placeOf } from './wallPlace.ts'
import { wallRanking } from './wallRanking.ts'
import { wallScores } from './wallScores.ts'
import { wallTasks } from './wallTasks.ts'

export type PublicWallPorts = Pick<
	ApiPorts,
	'registry' | 'telemetry' | 'tasks' | 'villagesNow' | 'rankings' | 'plans' | 'now'
>

/** A minute is what a passer-by does not notice; scores of a month ago never change. */
const HOLDS_MS = 60_000

export type PublicWall = {
	/** What is to be seen now; of the first township where none is named. */
	look(township: string | undefined): Promise<Outcome>
	/** The published ranking of a month. */
	ranking(month: string, township: string | undefined): Promise<Outcome>
}

/** The public page: figures and names of places, for anybody. */
export function publicWall(ports: PublicWallPorts): PublicWall {
	const views = remembered(HOLDS_MS, ports.now, (township) => viewOf(ports, township))
	const sheets = remembered(HOLDS_MS, ports.now, (key) => {
		const [month = '', township = ''] = key.split(' ')
		return sheetOf(ports, month, township)
	})
	const placed = async (township: string | undefined, run: (place: Place) => Promise<Outcome>): Promise<Outcome> => {
		const place = placeOf(await ports.registry.current(), township)
		return place
			? run(place)
			: notFound(
					township === undefined ? { zh: '登记过的镇', en: 'township yet' } : { zh: '这个镇', en: 'such township' },
				)
	}
	return {
		look: (township) => placed(township, async ({ id }) => ok(await views(id))),
		ranking: (month, township) =>
			placed(township, async ({ id }) => {
				const sheet = Month.safeParse(month).success ? await sheets(`${month} ${id}`) : undefined
				return sheet ? ok(sheet) : notFound({ zh: `已公布的 ${month} 排名`, en: `published ranking of ${month}` })
			}),
	}
}

async function viewOf(ports: PublicWallPorts, township: string): Promise<WallView> {
	const known = await ports.registry.current()
	const now = ports.now()
	const month = monthOf(shanghaiDay(now))
	const place = placeOf(known, township)
	if (!place) throw new Error('a township went while its page was made')
	const own = courtyardsOf(known, place)
	const [{ at, courtyards }, tasks, heads] = await Promise.all([
		wallScores(ports, known, township, own, now),
		wallTasks(ports, own, month, now),
		ports.rankings.months(),
	])
	const published = heads.filter(({ revisions }) => revisions.at(-1)?.generation.townships.includes(township))
	const [latest] = published
	return {
		at: new Date(at).toISOString(),
		township: { id: place.id, name: place.name },
		townships: [...known.townships.values()].map(({ id, name }) => ({ id, name })),
		villages: place.villages,
		courtyards,
		problems: problemsOf(known, month, tasks),
		months: published.map((head) => head.month),
		ranking: latest ? await wallRanking(ports, latest, township, tasks) : null,
	}
}

async function sheetOf(ports: PublicWallPorts, month: string, township: string) {
	const known = await ports.registry.current()
	const place = placeOf(known, township)
	const head = await ports.rankings.head(month)
	if (!place || !head?.revisions.at(-1)?.generation.townships.includes(township)) return undefined
	return wallRanking(ports, head, township, await wallTasks(ports, courtyardsOf(known, place), month, ports.now()))
}
