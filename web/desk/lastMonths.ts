import { monthsBefore } from '../../shared/domain/time/month.ts'

/** The month and those before it, the latest first. */
export const lastMonths = (month: string, count = 12): string[] =>
	Array.from({ length: count }, (_, back) => monthsBefore(month, back))
