import type { Courtyard } from '../../shared/contract/registry/registry.ts'
import type { DoubtState } from '../../shared/contract/score/dataQuality.ts'
import type { PeriodScore } from '../../shared/contract/score/score.ts'
import type { Candidate } from '../../shared/domain/ranking/candidate.ts'
import { courtyard } from './township.ts'

/** What a test says of a courtyard; the rest is a perfect one. */
export type Said = {
	environment?: number | null
	inspection?: number | null
	response?: number | null
	devices?: number
	validDays?: number
	doubts?: DoubtState[]
	about?: Partial<Courtyard>
	village?: string
	township?: string
}

const fullOr = (score: number | null | undefined, otherwise: number | null) => (score === undefined ? otherwise : score)

/** A courtyard as the ranking sees it. Points are lost by the ammonia of its first device. */
export function candidate(id: string, said: Said = {}): Candidate {
	const { validDays = 30, devices = 2, village = 'village-1', township = 'town' } = said
	const score = fullOr(said.environment, 100)
	const inspection = fullOr(said.inspection, null)
	const responded = fullOr(said.response, null)
	const lost = score === null ? 0 : 100 - score
	const period: Omit<PeriodScore, 'days'> = {
		courtyard: id,
		from: '2026-11-01',
		to: '2026-11-30',
		score,
		isSufficient: validDays >= 27,
		validDays,
		neededDays: 27,
		coverage: 1,
		revolutions: {},
		parts: lost === 0 ? [] : [{ revolution: 'toilet', device: `${id}-0`, factor: 'ammonia', points: lost, hours: 14 }],
		doubts: [],
		devices: Array.from({ length: devices }, (_, i) => ({
			device: `${id}-${i}`,
			revolution: 'toilet' as const,
			valid: 720,
			missing: 0,
			excused: {},
		})),
	}
	return {
		courtyard: { ...courtyard, id, name: { zh: id, en: id }, village, ...said.about },
		village: { id: village, township, name: { zh: '梅花村', en: 'Plum Village' } },
		period,
		inspection: { score: inspection, costs: [] },
		response: { score: responded, counted: responded === null ? 0 : 4, within: 0, late: [] },
		doubts: said.doubts ?? [],
		names: new Map([[`${id}-0`, { zh: '2号公厕', en: 'Public toilet 2' }]]),
	}
}
