import type { PartResults } from '../../contract/ranking/ranking.ts'
import type { Courtyard, Name, Village } from '../../contract/registry/registry.ts'
import type { DoubtState } from '../../contract/score/dataQuality.ts'
import type { PeriodScore } from '../../contract/score/score.ts'
import type { MonthInspection } from '../inspection/monthInspection.ts'
import type { Response } from './response.ts'

/** All that the ranking of a month needs to know of one courtyard. */
export type Candidate = {
	courtyard: Courtyard
	village: Village
	/** Its environment score; absent where no day of it was scored. */
	period?: Omit<PeriodScore, 'days'>
	inspection: MonthInspection
	response: Response
	/** Doubts about its sensors, with what became of them. */
	doubts: DoubtState[]
	/** Names of its devices, by id. */
	names: ReadonlyMap<string, Name>
}

/** A candidate that can be ranked. */
export type Ranked = Candidate & { period: Omit<PeriodScore, 'days'>; score: number; parts: PartResults }
