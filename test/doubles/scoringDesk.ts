import { sheetFiles } from '../../functions/adapters/http/sheetFiles.ts'
import { sha256 } from '../../functions/adapters/lambda/sha256.ts'
import { viewerOf } from '../../functions/api/http/viewer.ts'
import type { Device } from '../../shared/contract/registry/registry.ts'
import { MemoryAppeals } from './memoryAppeals.ts'
import { MemoryDoubtReviews } from './memoryDoubtReviews.ts'
import { MemoryDuties } from './memoryDuties.ts'
import { MemoryEvaluations } from './memoryEvaluations.ts'
import { MemoryInspections } from './memoryInspections.ts'
import { MemoryDraftMarks, MemoryLateMarks } from './memoryMarks.ts'
import { MemoryPlans } from './memoryPlans.ts'
import { MemoryRankings } from './memoryRankings.ts'
import { MemoryTaskStore } from './memoryTaskStore.ts'
import { bin, courtyard, fixedRegistry, registryOf, toilet } from './township.ts'

export const NOW = Date.parse('2026-11-23T06:12:00Z')

export const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })
export const otherStaff = viewerOf({ role: 'staff', sub: 'u-18', name: '赵敏' })
export const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-3', name: '李强' })
export const otherHead = viewerOf({ role: 'head', courtyards: 'yard-2', sub: 'u-4', name: '周兰' })

/** Everything that inspections, appeals, duties, evaluations and rankings need, with a clock to turn and months to publish. */
export function scoringDesk({
	devices = [toilet, bin],
	beforeCall = async () => {},
}: {
	devices?: Device[]
	beforeCall?: (name: string) => Promise<void>
} = {}) {
	const known = registryOf(...devices)
	const second = { ...courtyard, id: 'yard-2' }
	const registry = { ...known, courtyards: new Map([...known.courtyards, [second.id, second]]) }
	const clock = { at: NOW }
	const published = new Set<string>()
	const scores = new Map<string, number>()
	const appeals = new MemoryAppeals(beforeCall)
	return {
		clock,
		published,
		/** Environment scores, by `{courtyard} {month}`. */
		scores,
		registry: { ...fixedRegistry(registry), put: async () => {} },
		inspections: new MemoryInspections(beforeCall),
		appeals,
		exclusions: appeals,
		duties: new MemoryDuties(),
		evaluations: new MemoryEvaluations(),
		tasks: new MemoryTaskStore(),
		monthScores: { environment: async (id: string, month: string) => scores.get(`${id} ${month}`) ?? null },
		rankingStatus: { isPublished: async (month: string) => published.has(month) },
		rankings: new MemoryRankings(beforeCall),
		plans: new MemoryPlans(),
		doubtReviews: new MemoryDoubtReviews(),
		sheets: sheetFiles,
		digest: sha256,
		lateMarks: new MemoryLateMarks(beforeCall),
		draftMarks: new MemoryDraftMarks(beforeCall),
		now: () => clock.at,
	}
}
