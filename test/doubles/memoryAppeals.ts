import type { Appeal } from '../../shared/contract/ranking/appeal.ts'
import { acceptedSince } from '../../shared/domain/appeal/appeal.ts'
import { exclusionsWithin } from '../../shared/domain/appeal/exclusion.ts'
import type { AcceptedAppeals } from '../../shared/ports/acceptedAppeals.ts'
import type { Appeals } from '../../shared/ports/appeals.ts'
import type { Exclusion, Exclusions } from '../../shared/ports/exclusions.ts'

/** Appeals in memory; every call yields first. */
export class MemoryAppeals implements Appeals, Exclusions, AcceptedAppeals {
	readonly appeals = new Map<string, Appeal>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async get(id: string): Promise<Appeal | undefined> {
		await this.beforeCall('appeals.get')
		return this.appeals.get(id)
	}

	async put(appeal: Appeal, expected: number | undefined): Promise<'stored' | 'conflict'> {
		await this.beforeCall('appeals.put')
		if (this.appeals.get(appeal.id)?.version !== expected) return 'conflict'
		this.appeals.set(appeal.id, appeal)
		return 'stored'
	}

	async ofMonth(month: string, courtyard?: string): Promise<Appeal[]> {
		return [...this.appeals.values()]
			.filter((appeal) => appeal.month === month && (courtyard === undefined || appeal.courtyard === courtyard))
			.sort((a, b) => (a.id < b.id ? -1 : 1))
	}

	async between(from: number, until: number): Promise<Exclusion[]> {
		return exclusionsWithin([...this.appeals.values()], from, until)
	}

	async acceptedSince(month: string, at: number): Promise<ReadonlySet<string>> {
		return acceptedSince(await this.ofMonth(month), at)
	}
}
