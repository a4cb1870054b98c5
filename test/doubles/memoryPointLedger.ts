import type { PointEntry } from '../../shared/contract/wall/points.ts'
import type { PointLedger } from '../../shared/ports/pointLedger.ts'

/** Ledgers in memory; every call yields first. */
export class MemoryPointLedger implements PointLedger {
	readonly lines = new Map<string, PointEntry[]>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async entries(household: string): Promise<PointEntry[]> {
		await this.beforeCall('points.entries')
		return [...(this.lines.get(household) ?? [])]
	}

	async append(household: string, nth: number, entry: PointEntry): Promise<'stored' | 'conflict'> {
		await this.beforeCall('points.append')
		const lines = this.lines.get(household) ?? []
		if (nth !== lines.length) return 'conflict'
		this.lines.set(household, [...lines, entry])
		return 'stored'
	}
}
