import type { RollupPorts } from '../../functions/rollup/ports.ts'
import { type RollupReport, rollup } from '../../functions/rollup/rollup.ts'
import type { Exclusion } from '../../shared/ports/exclusions.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { IngestBench } from './ingestBench.ts'
import { MemoryDayChanges } from './memoryDayChanges.ts'
import { MemoryDayScores } from './memoryDayScores.ts'
import { MemoryDraftMarks } from './memoryMarks.ts'
import { fixedRegistry } from './township.ts'

/** Ingest and rollup on the same stores in memory. */
export class RollupBench {
	readonly ingest: IngestBench
	readonly scores: MemoryDayScores
	readonly changes: MemoryDayChanges
	readonly draftMarks: MemoryDraftMarks
	readonly exclusions: Exclusion[] = []
	/** Months whose draft was worked out, each time. */
	readonly drafted: string[] = []
	readonly ports: RollupPorts

	/** @param beforeCall runs before every call of a store, also those of ingest; throwing there, nothing was done */
	constructor(registry: Registry, now: number, beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.ingest = new IngestBench(registry, now, beforeCall)
		this.scores = new MemoryDayScores(beforeCall)
		this.changes = new MemoryDayChanges(beforeCall)
		this.draftMarks = new MemoryDraftMarks(beforeCall)
		this.ports = {
			registry: fixedRegistry(registry),
			telemetry: this.ingest.telemetry,
			scores: this.scores,
			late: this.ingest.late,
			changes: this.changes,
			draftMarks: this.draftMarks,
			settleAppeals: async () => 0,
			exclusions: {
				between: async (from, until) => this.exclusions.filter((one) => one.from < until && one.until > from),
			},
			drafts: {
				refresh: async (month) => {
					await beforeCall('drafts.refresh')
					this.drafted.push(month)
				},
			},
		}
	}

	run(now: number, remaining: () => number = () => 900_000): Promise<RollupReport> {
		return rollup(this.ports, { now: () => now, remaining })
	}

	/** What the tables say, without the counters of how it came to be. */
	facts(): string {
		const days = [...this.scores.kept.values()]
			.map(({ day }) => day)
			.sort((a, b) => (`${a.day} ${a.courtyard}` < `${b.day} ${b.courtyard}` ? -1 : 1))
		const villages = [...this.scores.villages]
			.map(([key, { courtyards, incoming }]) => ({ key, courtyards, incoming }))
			.filter(({ courtyards }) => courtyards.length > 0)
			.sort((a, b) => (a.key < b.key ? -1 : 1))
		const changes = [this.changes.all, ...[...this.changes.villages].sort().map(([, kept]) => kept)].map(
			(kept) => kept?.changes,
		)
		const marks = [...this.ingest.late.keys(), ...this.draftMarks.keys()]
		return JSON.stringify({ days, villages, marks, changes }, null, 1)
	}
}
