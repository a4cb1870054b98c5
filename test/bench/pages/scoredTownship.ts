import { sha256 } from '../../../functions/adapters/lambda/sha256.ts'
import { DynamoAppeals } from '../../../functions/adapters/tables/dynamoAppeals.ts'
import { DynamoDoubtReviews } from '../../../functions/adapters/tables/dynamoDoubtReviews.ts'
import { DynamoPlans } from '../../../functions/adapters/tables/dynamoPlans.ts'
import { DynamoRankings } from '../../../functions/adapters/tables/dynamoRankings.ts'
import { refreshChanges } from '../../../functions/rollup/refreshChanges.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { entryText } from '../../../shared/domain/ranking/entry.ts'
import { describeGeneration } from '../../../shared/domain/ranking/generation.ts'
import { qualityOf } from '../../../shared/domain/ranking/quality.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { HourAddition } from '../../../shared/ports/telemetryStore.ts'
import { candidate } from '../../doubles/candidates.ts'
import { alarmTask } from '../../doubles/tasks.ts'
import type { LocalTables } from '../../integration/stores/localTables.ts'
import { storesOn } from '../ingest/stores.ts'
import { scoredDays } from './scoredDays.ts'

const DAYS = 11
const HOUR = 3_600_000
/** As many in a township of any size: what is open or came to an end is work, and not the courtyards there are. */
const OPEN = 10
const ENDED = 5
const DOUBTS = 3
export const MONTH = '2026-10'

/** The stores of an API, on a client of its own, with those of rankings. */
export function deskOn(tables: LocalTables, now: number) {
	const stores = storesOn(tables, () => now)
	const name = tables.name('scores')
	return {
		...stores,
		rankings: new DynamoRankings(stores.client, name),
		plans: new DynamoPlans(stores.client, name),
		appeals: new DynamoAppeals(stores.client, name),
		doubtReviews: new DynamoDoubtReviews(stores.client, name),
	}
}

/** Writes a township of so many courtyards: days scored, a month ranked and published, some tasks, readings. */
export async function writeTownship(tables: LocalTables, courtyards: number, now: number): Promise<void> {
	const stores = deskOn(tables, now)
	const { township, days } = scoredDays(courtyards, shanghaiDay(now), DAYS)
	await stores.registry.put(township)
	for (const day of days) await stores.scores.put(day, 1)
	await refreshChanges(
		{ registry: stores.registry, scores: stores.scores, changes: stores.dayChanges },
		now,
		() => true,
	)
	await published(
		stores.rankings,
		township.courtyards.map(({ id }) => id),
		now,
	)
	for (const task of tasksBefore(now)) await stores.tasks.put(task, undefined)
	for (const hour of lastHours(township.devices, now)) await stores.telemetry.add(hour)
	stores.client.destroy()
}

async function published(rankings: DynamoRankings, courtyards: readonly string[], now: number): Promise<void> {
	const candidates = courtyards.map((id, n) =>
		candidate(id, { village: 'village', environment: 99 - (n % 60), ...(n < DOUBTS ? { doubts: [doubtOf(id)] } : {}) }),
	)
	const content = {
		entries: rankMonth(defaultProfile, candidates, undefined).map((entry) => ({ entry, text: entryText(entry) })),
		corrections: [],
		quality: candidates.map((one) => ({ village: 'village', courtyard: one.courtyard.id, devices: qualityOf(one) })),
	}
	const draft = describeGeneration(defaultProfile, content, sha256, now)
	await rankings.write({ month: MONTH, generation: draft.id }, content)
	const revision = { revision: 1, generation: draft, at: now, by: { id: 'bench', name: 'bench' } }
	await rankings.putHead({ month: MONTH, version: 1, draft, revisions: [revision] }, undefined)
}

/** Two full hours of every device. */
const lastHours = (devices: readonly Device[], now: number): HourAddition[] =>
	devices.flatMap(({ id, kind }) =>
		[now - HOUR, now - 2 * HOUR].map((start) => ({
			device: id,
			hour: hourOf(start),
			readings: Array.from({ length: 12 }, (_, i) =>
				packReading({ at: start + i * 300_000, values: valuesOf(kind, i) }),
			),
			expires: now / 1000 + 86_400,
		})),
	)

function valuesOf(kind: Device['kind'], i: number): Values {
	if (kind === 'toilet') return { ammonia: 0.1 + i / 100, hydrogenSulfide: 0.01, temperature: 18 + i / 10 }
	return kind === 'waste' ? { fill: 40 + i, temperature: 18 } : { level: 1 + i / 10 }
}

const doubtOf = (courtyard: string) => ({
	...{ device: `${courtyard}-0`, doubt: 'moved' as const, isConfirmed: false },
	...{ days: [`${MONTH}-03`], openDays: [`${MONTH}-03`] },
})

const tasksBefore = (now: number): Task[] =>
	Array.from({ length: OPEN + ENDED }, (_, n): Task => {
		const task = alarmTask({ courtyard: 'yard-1', device: `yard-1-toilet-${n}`, onset: now - 3 * HOUR })
		if (n < OPEN) return task
		const end = {
			at: now - HOUR,
			actor: { kind: 'sensor', id: task.device },
			type: 'verified',
			to: 'verified',
		} as const
		return { ...task, state: 'verified', handedOn: 'cleared-1', events: [...task.events, end] }
	})
