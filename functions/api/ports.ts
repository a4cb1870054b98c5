import type { Digest } from '../../shared/domain/ranking/generation.ts'
import type { Appeals } from '../../shared/ports/appeals.ts'
import type { Enroller } from '../../shared/ports/certificates.ts'
import type { ChannelBook } from '../../shared/ports/channelBook.ts'
import type { ChannelTester } from '../../shared/ports/channelTester.ts'
import type { DayChangesStore } from '../../shared/ports/dayChanges.ts'
import type { DayScores, LateMarks } from '../../shared/ports/dayScores.ts'
import type { Deputies } from '../../shared/ports/deputies.ts'
import type { DoubtReviews } from '../../shared/ports/doubtReviews.ts'
import type { DraftMarks } from '../../shared/ports/drafts.ts'
import type { Duties } from '../../shared/ports/duties.ts'
import type { Evaluations } from '../../shared/ports/evaluations.ts'
import type { Exclusions } from '../../shared/ports/exclusions.ts'
import type { Inspections } from '../../shared/ports/inspections.ts'
import type { LinkRecords } from '../../shared/ports/linkRecords.ts'
import type { LinkCheck, Links } from '../../shared/ports/links.ts'
import type { MonthScores } from '../../shared/ports/monthScores.ts'
import type { ChannelStates, Outbox } from '../../shared/ports/outbox.ts'
import type { Plans } from '../../shared/ports/plans.ts'
import type { PointLedger } from '../../shared/ports/pointLedger.ts'
import type { Profiles } from '../../shared/ports/profiles.ts'
import type { QuarantineDesk } from '../../shared/ports/quarantine.ts'
import type { RankingStatus } from '../../shared/ports/rankingStatus.ts'
import type { Rankings } from '../../shared/ports/rankings.ts'
import type { RegistryReader, RegistryWriter } from '../../shared/ports/registry.ts'
import type { Repairs } from '../../shared/ports/repairs.ts'
import type { SheetWriter } from '../../shared/ports/sheets.ts'
import type { Shelves } from '../../shared/ports/shelves.ts'
import type { TaskList, TaskStore } from '../../shared/ports/taskStore.ts'
import type { TelemetryQueue } from '../../shared/ports/telemetryQueue.ts'
import type { TelemetryReader } from '../../shared/ports/telemetryReader.ts'
import type { VillagesNow } from '../../shared/ports/villagesNow.ts'
import type { VisitCounts } from '../../shared/ports/visitCounts.ts'
import type { WallPorts } from './wall/ports.ts'

export type ApiPorts = Pick<WallPorts, 'contacts' | 'tally' | 'voices' | 'pseudonym' | 'photos'> & {
	rankings: Rankings
	plans: Plans
	doubtReviews: DoubtReviews
	/** Tables as files for people. */
	sheets: SheetWriter
	digest: Digest
	channels: ChannelBook
	channelStates: Pick<ChannelStates, 'get'>
	channelTester: ChannelTester
	/** Who makes and revokes certificates of devices. */
	enroller: Enroller
	outbox: Pick<Outbox, 'ofTask'>
	registry: RegistryReader & RegistryWriter
	profiles: Profiles
	shelves: Shelves
	repairs: Repairs
	deputies: Deputies
	telemetry: TelemetryReader
	tasks: TaskStore & TaskList
	points: PointLedger
	scores: Pick<DayScores, 'days'>
	dayChanges: Pick<DayChangesStore, 'of'>
	villagesNow: VillagesNow
	visits: Pick<VisitCounts, 'days'>
	links: Links & LinkCheck
	linkRecords: LinkRecords
	quarantine: QuarantineDesk
	inspections: Inspections
	appeals: Appeals
	exclusions: Exclusions
	lateMarks: Pick<LateMarks, 'add'>
	draftMarks: Pick<DraftMarks, 'add'>
	rankingStatus: RankingStatus
	duties: Duties
	evaluations: Evaluations
	monthScores: MonthScores
	/** Where `ingest` takes messages from. */
	queue: TelemetryQueue
	/** How long readings are kept, milliseconds. */
	retentionMs: number
	now: () => number
}
