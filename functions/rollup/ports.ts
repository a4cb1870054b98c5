import type { DayChangesStore } from '../../shared/ports/dayChanges.ts'
import type { DayScores, LateMarks } from '../../shared/ports/dayScores.ts'
import type { DraftMarks, Drafts } from '../../shared/ports/drafts.ts'
import type { Exclusions } from '../../shared/ports/exclusions.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'
import type { ScoredVillages } from '../../shared/ports/scoredVillages.ts'
import type { TelemetryHistory } from '../../shared/ports/telemetryStore.ts'

/** What it takes to score days. */
export type ScorePorts = {
	registry: RegistryReader
	telemetry: TelemetryHistory
	scores: DayScores & ScoredVillages
	exclusions: Exclusions
	draftMarks: DraftMarks
}

export type RollupPorts = ScorePorts & {
	late: Pick<LateMarks, 'list' | 'clear'>
	changes: DayChangesStore
	/** Finishes what accepted appeals entail where a crash left it. */
	settleAppeals: (now: number) => Promise<unknown>
	/** Absent: nobody drafts rankings; the months that should be stay marked. */
	drafts?: Drafts
}
