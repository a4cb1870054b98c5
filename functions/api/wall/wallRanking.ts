import type { MonthHead } from '../../../shared/contract/ranking/ranking.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { WallRanking } from '../../../shared/contract/wall/publicWall.ts'
import { repairsIn } from '../../../shared/domain/wall/problems.ts'
import { publishedSheet } from '../../../shared/domain/wall/publishedSheet.ts'
import { scopeRows } from '../../../shared/work/rankingRows.ts'
import type { ApiPorts } from '../ports.ts'

/**
 * The latest revision of a month's ranking for the public. Of a plan (整改方案) only the day it is due is told: what it
 * says was written for the village and the township.
 * @param head has at least one revision
 */
export async function wallRanking(
	{ rankings, plans }: Pick<ApiPorts, 'rankings' | 'plans'>,
	{ month, revisions }: MonthHead,
	township: string,
	tasks: readonly Task[],
): Promise<WallRanking> {
	const generation = revisions.at(-1)?.generation.id ?? ''
	const [rows, known] = await Promise.all([
		scopeRows(rankings, month, generation, { is: 'township', township }),
		plans.ofMonth(month),
	])
	return publishedSheet(month, revisions, rows, (courtyard) => ({
		planDue: known.findLast((plan) => plan.courtyard === courtyard)?.due ?? null,
		...repairsIn(tasks, courtyard),
	}))
}
