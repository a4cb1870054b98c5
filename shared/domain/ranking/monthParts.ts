import type { Profile } from '../../contract/profile/profile.ts'
import type { PartResults } from '../../contract/ranking/ranking.ts'
import type { Candidate } from './candidate.ts'
import { partResults } from './rankingScore.ts'

/** The three parts of a courtyard's month. */
export function monthParts({ ranking }: Profile, { period, inspection, response }: Candidate): PartResults {
	const { score: environment = null } = period ?? {}
	return partResults(ranking.weights, {
		environment:
			environment === null
				? { score: null, why: { zh: '没有环境得分', en: 'no environment score' } }
				: { score: environment },
		inspection:
			inspection.score === null
				? { score: null, why: { zh: '本月没有检查', en: 'no inspection this month' } }
				: { score: inspection.score },
		response:
			response.score === null
				? { score: null, why: tooFew(response.counted, ranking.minimumTasks) }
				: { score: response.score },
	})
}

const tooFew = (has: number, needs: number) => ({
	zh: `环境告警任务 ${has} 个，不足 ${needs} 个`,
	en: `${has} environment ${has === 1 ? 'task' : 'tasks'}, fewer than ${needs}`,
})
