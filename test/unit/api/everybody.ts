import { placed, type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import { allRoutes } from '../../../functions/api/rooms.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { memoryEnroller } from '../../doubles/memoryCertificates.ts'
import { MemoryDayChanges } from '../../doubles/memoryDayChanges.ts'
import { MemoryDayScores } from '../../doubles/memoryDayScores.ts'
import { MemoryDeputies } from '../../doubles/memoryDeputies.ts'
import { MemoryLinkRecords } from '../../doubles/memoryLinkRecords.ts'
import { MemoryChannelBook, MemoryChannelStates, MemoryOutbox } from '../../doubles/memoryOutbox.ts'
import { MemoryProfiles } from '../../doubles/memoryProfiles.ts'
import { MemoryQuarantine } from '../../doubles/memoryQuarantine.ts'
import { MemoryRepairs } from '../../doubles/memoryRepairs.ts'
import { MemoryShelves } from '../../doubles/memoryShelves.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryVillagesNow } from '../../doubles/memoryVillagesNow.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { scoringDesk } from '../../doubles/scoringDesk.ts'
import { alarmTask } from '../../doubles/tasks.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'

import { raised, withSheet } from './appealBench.ts'
import { evidencePhoto, listed, residentsDesk } from './residents.ts'

export const NOW = Date.parse('2026-11-23T06:12:00Z')
export const CERTIFICATE = 'c'.repeat(64)
const registry = registryOf(toilet)
const other = { ...courtyard, id: 'yard-2', village: 'village-2' }
export const both = { ...registry, courtyards: new Map([...registry.courtyards, [other.id, other]]) }
export const task = { ...alarmTask({ onset: NOW }), photos: [listed(evidencePhoto)] }
const hour = {
	device: 'toilet-1',
	hour: '2026-11-23T06',
	readings: [packReading({ at: NOW - 60_000, values: { ammonia: 2, battery: 80 } })],
	touched: [],
	rev: 0,
	settled: 0,
	ahead: false,
}
const taskLink = { id: 'link-1', task: task.id, courtyard: 'yard-1', issuedAt: NOW, expiresAt: NOW + 60_000 }
export const linkSecret = 'a'.repeat(43)
export const APPEAL = 'the-appeal'
export const refused = `/api/quarantine/${NOW}-message-1`

/** The API with one of everything, afresh for each call: a call must not see what another changed. */
export async function freshRoutes() {
	const quarantine = new MemoryQuarantine()
	await quarantine.keep({
		id: 'message-1',
		receivedAt: NOW,
		topic: 'dt/sanitation/toilet-1/json',
		thing: 'toilet-1',
		faults: [{ code: 'not-json', got: '{' }],
		payload: new Uint8Array([123]),
		expires: NOW / 1000 + 60,
	})
	const shelves = new MemoryShelves()
	await shelves.put({
		id: 'shelf-1',
		device: 'toilet-1',
		rule: 'ammonia-high',
		from: NOW,
		until: NOW + 60_000,
		by: '王芳',
		reason: '清洗',
	})
	const scores = new MemoryDayScores()
	await scores.put({ courtyard: 'yard-1', day: '2026-11-22', profile: 'sichuan-rural@2026.1', devices: [] }, 1)
	const tasks = new MemoryTaskStore()
	await tasks.put(task, undefined)
	const residents = await residentsDesk(tasks)
	const desk = scoringDesk()
	await withSheet(desk)
	const appeal = await raised(desk)
	const routes = await allRoutes({
		...desk,
		...residents,
		channels: new MemoryChannelBook(robot),
		channelStates: new MemoryChannelStates(),
		enroller: memoryEnroller({ 'toilet-1': [{ id: CERTIFICATE, status: 'active', madeAt: null }] }),
		channelTester: { test: async () => ({ is: 'sent' }) },
		outbox: new MemoryOutbox(),
		shelves,
		repairs: new MemoryRepairs(registry.devices),
		deputies: new MemoryDeputies(registry.courtyards),
		registry: { current: async () => both, recent: async () => both, refreshed: async () => both, put: async () => {} },
		telemetry: { pick: async () => [hour], range: async () => [hour], newest: async () => hour },
		visits: { days: async () => [] },
		tasks,
		scores,
		dayChanges: new MemoryDayChanges(),
		villagesNow: new MemoryVillagesNow(),
		links: {
			taskLink: async () => 'https://yard.example/t/#token',
			check: async (token) =>
				token === 'good' ? { is: 'good', link: taskLink } : { is: 'refused', because: 'invalid' },
			newSecret: () => linkSecret,
		},
		linkRecords: new MemoryLinkRecords(),
		profiles: new MemoryProfiles(),
		quarantine,
		queue: { send: async () => {} },
		retentionMs: 400 * 86_400_000,
		now: () => NOW,
	})
	return { routes, appeal }
}

export const claims = {
	nobody: undefined,
	stranger: { role: 'mayor' },
	ownHead: { role: 'head', courtyards: 'yard-1' },
	otherHead: { role: 'head', courtyards: 'yard-2' },
	ownVillage: { role: 'village', village: 'village-1', sub: 'v' },
	otherVillage: { role: 'village', village: 'village-2', sub: 'v' },
	staff: { role: 'staff' },
	admin: { role: 'admin' },
} as const
export type Caller = keyof typeof claims
export const callers = Object.keys(claims) as Caller[]

export function viewerFor(caller: Caller): Viewer {
	const viewer = viewerOf(claims[caller])
	return viewer.role === 'village' || viewer.role === 'head' ? placed(viewer, both.courtyards, '2026-11-23') : viewer
}

export type Sent = {
	path: string
	method?: string
	body?: unknown
	query?: Record<string, string>
	headers?: Record<string, string>
}

export async function send(caller: Caller, { path, method = 'GET', body, query = {}, headers = {} }: Sent) {
	const { routes, appeal } = await freshRoutes()
	return dispatch(routes, {
		method,
		path: path.replace(APPEAL, appeal),
		query,
		headers,
		body: body === undefined ? undefined : JSON.stringify(body),
		viewer: viewerFor(caller),
	})
}
