import { sha256 } from '../../functions/adapters/lambda/sha256.ts'
import type { InspectionSheet } from '../../shared/contract/inspection/inspection.ts'
import type { CourtyardDay } from '../../shared/contract/score/score.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { DraftPorts } from '../../shared/work/draftRanking.ts'
import { MemoryDoubtReviews } from './memoryDoubtReviews.ts'
import { MemoryPlans } from './memoryPlans.ts'
import { MemoryRankings } from './memoryRankings.ts'
import { scoredMonth } from './scoredMonth.ts'
import { courtyard, registryOf, toilet } from './township.ts'

export const NOW = Date.parse('2026-12-02T02:00:00Z')

/** A township whose courtyards lost so many points in every hour of November 2026, with all that its ranking needs. */
export function rankingBench(lost: Record<string, number>, beforeCall?: (name: string) => Promise<void>) {
	const registry: Registry = {
		...registryOf(
			...Object.keys(lost).flatMap((id) =>
				[0, 1].map((i) => ({
					...toilet,
					id: `${id}-${i}`,
					courtyard: id,
					name: { zh: `${i}号公厕`, en: `Public toilet ${i}` },
				})),
			),
		),
		courtyards: new Map(Object.keys(lost).map((id) => [id, { ...courtyard, id, name: { zh: `${id}院落`, en: id } }])),
	}
	const days = new Map<string, CourtyardDay[]>(
		Object.entries(lost).map(([id, points]) => [id, scoredMonth(id, '2026-11', points)]),
	)
	const appealed = new Set<string>()
	const sheets = new Map<string, InspectionSheet[]>()
	const clock = { now: NOW }
	const rankings = new MemoryRankings(beforeCall)
	const plans = new MemoryPlans()
	const doubtReviews = new MemoryDoubtReviews()
	const ports: DraftPorts = {
		registry: { recent: async () => registry },
		scores: {
			days: async (id, from, to) => (days.get(id) ?? []).filter(({ day }) => from <= day && day <= to),
		},
		inspections: { ofMonth: async () => sheets },
		tasks: { ofCourtyard: async () => [] },
		appeals: { acceptedSince: async () => appealed },
		doubtReviews,
		rankings,
		digest: sha256,
		now: () => clock.now,
	}
	return { registry, days, appealed, sheets, clock, rankings, plans, doubtReviews, ports }
}
