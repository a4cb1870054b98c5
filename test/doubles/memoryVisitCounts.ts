import type { VisitCounts } from '../../shared/ports/visitCounts.ts'

/** Visits by day, in memory. */
export class MemoryVisitCounts implements VisitCounts {
	readonly members = new Map<string, Set<string>>()

	async add(device: string, day: string, members: readonly string[]): Promise<void> {
		const key = `${device} ${day}`
		this.members.set(key, new Set([...(this.members.get(key) ?? []), ...members]))
	}

	async days(device: string, from: string, to: string): Promise<{ day: string; visits: number }[]> {
		return [...this.members].flatMap(([key, members]) => {
			const [of = '', day = ''] = key.split(' ')
			const visits = [...members].reduce((sum, member) => sum + Number(member.split(' ')[1]), 0)
			return of === device && day >= from && day <= to ? [{ day, visits }] : []
		})
	}
}
