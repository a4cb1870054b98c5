import { viewerOf } from '../../functions/api/http/viewer.ts'
import type { ApiPorts } from '../../functions/api/ports.ts'
import { publish as publishDraft } from '../../functions/api/rankings/publish.ts'
import { allRoutes } from '../../functions/api/rooms.ts'
import { draftRanking } from '../../shared/work/draftRanking.ts'
import { rankingStatusFrom } from '../../shared/work/rankingStatusFrom.ts'
import { memoryEnroller } from './memoryCertificates.ts'
import { MemoryDayChanges } from './memoryDayChanges.ts'
import { MemoryDeputies } from './memoryDeputies.ts'
import { MemoryChannelBook, MemoryChannelStates, MemoryOutbox } from './memoryOutbox.ts'
import { MemoryProfiles } from './memoryProfiles.ts'
import { MemoryQuarantine } from './memoryQuarantine.ts'
import { MemoryRepairs } from './memoryRepairs.ts'
import { MemoryShelves } from './memoryShelves.ts'
import { MemoryVillagesNow } from './memoryVillagesNow.ts'
import { noLinks } from './noLinks.ts'
import { rankingBench } from './rankingBench.ts'
import { residentPorts } from './residentPorts.ts'
import { scoringDesk } from './scoringDesk.ts'
import { fixedRegistry } from './township.ts'

const MONTH = '2026-11'
export const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })

/** The API of a township whose November is drafted, with a way to publish it. */
export async function rankingDesk(lost: Record<string, number>) {
	const bench = rankingBench(lost)
	const { rankings, plans, doubtReviews, registry, ports } = bench
	const desk = scoringDesk()
	const apiPorts: ApiPorts = {
		...desk,
		...residentPorts(),
		...noLinks(),
		channels: new MemoryChannelBook(),
		channelStates: new MemoryChannelStates(),
		enroller: memoryEnroller(),
		channelTester: { test: async () => ({ is: 'sent' as const }) },
		outbox: new MemoryOutbox(),
		rankings,
		plans,
		doubtReviews,
		rankingStatus: rankingStatusFrom(rankings),
		registry: { ...fixedRegistry(registry), put: async () => {} },
		scores: ports.scores,
		dayChanges: new MemoryDayChanges(),
		villagesNow: new MemoryVillagesNow(),
		profiles: new MemoryProfiles(),
		shelves: new MemoryShelves(),
		repairs: new MemoryRepairs(registry.devices),
		deputies: new MemoryDeputies(registry.courtyards),
		telemetry: { pick: async () => [], range: async () => [], newest: async () => undefined },
		visits: { days: async () => [] },
		quarantine: new MemoryQuarantine(),
		queue: { send: async () => {} },
		retentionMs: 400 * 86_400_000,
		now: () => bench.clock.now,
	}
	const draft = (month = MONTH) => draftRanking(ports, month)
	await draft()
	const publish = async () => {
		const head = await rankings.head(MONTH)
		return publishDraft(apiPorts, staff, MONTH, { draftVersion: head?.version ?? 0 })
	}
	return { ...bench, apiPorts, draftMarks: desk.draftMarks, routes: await allRoutes(apiPorts), draft, publish }
}
