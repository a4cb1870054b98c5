import type { HeadEvaluation } from '../../shared/contract/inspection/headEvaluation.ts'
import type { Evaluations } from '../../shared/ports/evaluations.ts'

/** Evaluations of heads in memory. */
export class MemoryEvaluations implements Evaluations {
	readonly evaluations = new Map<string, HeadEvaluation>()

	async put(evaluation: HeadEvaluation): Promise<void> {
		this.evaluations.set(`${evaluation.month} ${evaluation.courtyard}`, evaluation)
	}

	async ofMonth(month: string): Promise<HeadEvaluation[]> {
		return [...this.evaluations.values()]
			.filter((evaluation) => evaluation.month === month)
			.sort((a, b) => (a.courtyard < b.courtyard ? -1 : 1))
	}
}
