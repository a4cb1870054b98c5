import type { Plan } from '../../shared/contract/ranking/rectification.ts'
import type { Plans } from '../../shared/ports/plans.ts'

/** Rectification plans in memory. */
export class MemoryPlans implements Plans {
	readonly plans = new Map<string, Plan>()

	async add(month: string, plan: Plan): Promise<void> {
		this.plans.set(`${month}#${plan.courtyard}#${new Date(plan.at).toISOString()}#${plan.by.id}`, plan)
	}

	async ofMonth(month: string, courtyard?: string): Promise<Plan[]> {
		const begin = `${month}#${courtyard === undefined ? '' : `${courtyard}#`}`
		return [...this.plans]
			.filter(([key]) => key.startsWith(begin))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([, plan]) => plan)
	}
}
