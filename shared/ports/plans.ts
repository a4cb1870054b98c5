import type { Plan } from '../contract/ranking/rectification.ts'

/** Rectification plans (整改方案) of a month's black list. A plan stays for ever; a later one stands beside it. */
export type Plans = {
	/** Safe to repeat. */
	add(month: string, plan: Plan): Promise<void>
	/** Those of a month, or of a courtyard in it, in the order of courtyards and time; strongly consistent. */
	ofMonth(month: string, courtyard?: string): Promise<Plan[]>
}
