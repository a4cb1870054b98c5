import { expect, test } from 'vitest'
import { dispatch } from '../../../functions/api/http/dispatch.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { routesOf } from '../../../functions/api/routes.ts'
import type { Task } from '../../../shared/contract/task.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { MemoryDayScores } from '../../doubles/memoryDayScores.ts'
import { MemoryProfiles } from '../../doubles/memoryProfiles.ts'
import { MemoryQuarantine } from '../../doubles/memoryQuarantine.ts'
import { MemoryRepairs } from '../../doubles/memoryRepairs.ts'
import { MemoryShelves } from '../../doubles/memoryShelves.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { scoringDesk } from '../../doubles/scoringDesk.ts'
import { alarmTask } from '../../doubles/tasks.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const registry = registryOf(toilet)
const other = { ...courtyard, id: 'yard-2' }
const both = { ...registry, courtyards: new Map([...registry.courtyards, [other.id, other]]) }
const task: Task = alarmTask({ onset: NOW })
const tasks = new MemoryTaskStore()
await tasks.put(task, undefined)
const hour = {
	device: 'toilet-1',
	hour: '2026-11-23T06',
	readings: [packReading({ at: NOW - 60_000, values: { ammonia: 2, battery: 80 } })],
	touched: [],
	rev: 0,
	settled: 0,
	ahead: false,
}
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
const refused = `/api/quarantine/${NOW}-message-1`
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
const routes = routesOf({
	profiles: new MemoryProfiles(),
	...scoringDesk(),
	shelves,
	repairs: new MemoryRepairs(registry.devices),
	registry: { current: async () => both, recent: async () => both, refreshed: async () => both, put: async () => {} },
	telemetry: { pick: async () => [hour], range: async () => [hour], newest: async () => hour },
	scores: new MemoryDayScores(),
	visits: { days: async () => [] },
	tasks,
	quarantine,
	queue: { send: async () => {} },
	retentionMs: 400 * 86_400_000,
	now: () => NOW,
})

const viewers = {
	nobody: viewerOf(undefined),
	stranger: viewerOf({ role: 'mayor' }),
	ownHead: viewerOf({ role: 'head', courtyards: 'yard-1' }),
	otherHead: viewerOf({ role: 'head', courtyards: 'yard-2' }),
	staff: viewerOf({ role: 'staff' }),
}

const call = async (viewer: keyof typeof viewers, path: string, method = 'GET', body?: unknown, query = {}) =>
	dispatch(routes, {
		method,
		path,
		query,
		body: body === undefined ? undefined : JSON.stringify(body),
		viewer: viewers[viewer],
	})

const statuses = async (method: string, path: string, body: unknown) => {
	const all = Object.keys(viewers) as (keyof typeof viewers)[]
	const got = await Promise.all(all.map((viewer) => call(viewer, path, method, body)))
	return got.map(({ status }) => status)
}

test.each([
	// path, nobody, a token without a known role, own head, another head, staff
	['/api/health', 200, 200, 200, 200, 200],
	['/api/me', 401, 401, 200, 200, 200],
	['/api/courtyards', 401, 401, 200, 200, 200],
	['/api/courtyards/yard-1', 401, 401, 200, 403, 200],
	['/api/courtyards/yard-1/devices', 401, 401, 200, 403, 200],
	['/api/devices/toilet-1/readings', 401, 401, 200, 403, 200],
	['/api/devices/toilet-1/visits', 401, 401, 200, 403, 200],
	['/api/courtyards/yard-1/scores', 401, 401, 200, 403, 200],
	['/api/devices/toilet-1/shelves', 401, 401, 200, 403, 200],
	['/api/tasks', 401, 401, 200, 200, 200],
	[`/api/tasks/${task.id}`, 401, 401, 200, 403, 200],
	['/api/quarantine', 401, 401, 403, 403, 200],
	['/api/quarantine/summary', 401, 401, 403, 403, 200],
	[refused, 401, 401, 403, 403, 200],
	['/api/profiles', 401, 401, 200, 200, 200],
	[`/api/profiles/${defaultProfile.version}`, 401, 401, 200, 200, 200],
] as const)('%s answers each role as it should', async (path, ...expected) => {
	const got = await Promise.all((Object.keys(viewers) as (keyof typeof viewers)[]).map((viewer) => call(viewer, path)))
	expect(got.map(({ status }) => status)).toEqual(expected)
})

test.each([
	['PUT', '/api/registry', { devices: [toilet] }, 200],
	['POST', '/api/quarantine/replay', { device: 'toilet-1', reason: 'not-json' }, 200],
	['POST', `${refused}/replay`, undefined, 200],
	['POST', '/api/profiles/check', {}, 200],
	['POST', '/api/profiles', { ...defaultProfile, version: 'next', effectiveFrom: '2027-01-01' }, 201],
	['POST', '/api/devices/toilet-1/out-of-service', { reason: '更换传感器' }, 201],
	['DELETE', '/api/devices/toilet-1/out-of-service', undefined, 200],
] as const)('only staff may %s %s', async (method, path, body, done) => {
	expect(await statuses(method, path, body)).toEqual([401, 401, 403, 403, done])
})

test.each([
	['POST', '/api/devices/toilet-1/shelves', { rule: 'ammonia-high', until: 60, reason: '清洗' }, 201],
	['DELETE', '/api/devices/toilet-1/shelves/shelf-1', undefined, 200],
] as const)('only staff and the head of the courtyard may %s %s', async (method, path, body, done) => {
	expect(await statuses(method, path, body)).toEqual([401, 401, done, 403, done])
})

test('the tables here, in scoringRoles.test.ts and in rankingRoles.test.ts name every route', () => {
	expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'GET /api/health',
		'GET /api/me',
		'GET /api/courtyards',
		'GET /api/courtyards/:id',
		'GET /api/courtyards/:id/devices',
		'GET /api/courtyards/:id/scores',
		'GET /api/courtyards/:id/explanation',
		'GET /api/devices/:id/readings',
		'GET /api/devices/:id/visits',
		'GET /api/devices/:id/shelves',
		'POST /api/devices/:id/shelves',
		'DELETE /api/devices/:id/shelves/:shelf',
		'POST /api/devices/:id/out-of-service',
		'DELETE /api/devices/:id/out-of-service',
		'GET /api/tasks',
		'GET /api/tasks/:id',
		'GET /api/inspections',
		'POST /api/inspections',
		'GET /api/inspections/:id',
		'PUT /api/inspections/:id',
		'GET /api/appeals',
		'POST /api/appeals',
		'GET /api/appeals/:id',
		'POST /api/appeals/:id/decision',
		'POST /api/appeals/:id/withdraw',
		'GET /api/heads/evaluations',
		'PUT /api/heads/evaluations/:month',
		'GET /api/heads/:courtyard/evaluation',
		'GET /api/heads/:courtyard/duties/:month',
		'PUT /api/heads/:courtyard/duties/:month',
		'GET /api/rankings',
		'GET /api/rankings/:file',
		'GET /api/rankings/:month/print',
		'GET /api/rankings/:month/explanation/:courtyard',
		'GET /api/rankings/:month/check',
		'GET /api/public/rankings',
		'GET /api/public/rankings/:file',
		'GET /api/public/rankings/:month/print',
		'GET /api/public/rankings/:month/explanation/:courtyard',
		'GET /api/public/rankings/:month/check',
		'GET /api/rankings/:month/corrections',
		'POST /api/rankings/:month/publish',
		'POST /api/rankings/:month/revisions',
		'POST /api/rankings/:month/plans',
		'POST /api/what-if',
		'GET /api/forecasts',
		'GET /api/data-quality',
		'POST /api/data-quality/reviews',
		'GET /api/quarantine',
		'GET /api/quarantine/summary',
		'GET /api/quarantine/:id',
		'POST /api/quarantine/replay',
		'POST /api/quarantine/:id/replay',
		'PUT /api/registry',
		'GET /api/profiles',
		'GET /api/profiles/:version',
		'POST /api/profiles/check',
		'POST /api/profiles',
	])
})

test('a head lists his own courtyard and no other', async () => {
	expect((await call('ownHead', '/api/courtyards')) as unknown).toMatchObject({
		body: { courtyards: [{ id: 'yard-1' }] },
	})
	expect(await call('ownHead', '/api/tasks', 'GET', undefined, { courtyard: 'yard-2' })).toMatchObject({ status: 403 })
})

test('a head cannot tell a task that is not his from one that is not', async () => {
	expect((await call('otherHead', '/api/tasks/nothing')).status).toBe(403)
	expect((await call('staff', '/api/tasks/nothing')).status).toBe(404)
})

test('a courtyard shows its score, by revolution, with what makes it low', async () => {
	expect(await call('staff', '/api/courtyards/yard-1')).toMatchObject({
		body: {
			score: 40,
			band: 'poor',
			revolutions: {
				toilet: { score: 40, reporting: 1, devices: 1, primary: [{ device: 'toilet-1', measurands: ['ammonia'] }] },
			},
		},
	})
})

test('wrong input names each field', async () => {
	const range = { from: '2026-11-23T08:00:00Z', to: '2026-11-23T07:00:00Z' }
	expect(await call('staff', '/api/devices/toilet-1/readings', 'GET', undefined, range)).toMatchObject({
		status: 400,
		errors: [{ field: 'to', message: '"to" should be after "from"' }],
	})
	expect(await call('staff', '/api/tasks', 'GET', undefined, { state: 'lost' })).toMatchObject({
		errors: [{ field: 'state' }],
	})
	expect(await call('staff', '/api/registry', 'PUT', { devices: [{ ...toilet, courtyard: 'nowhere' }] })).toMatchObject(
		{
			errors: [{ field: 'devices.0.courtyard', message: '"nowhere" does not exist' }],
		},
	)
})

test('an address or a method that is not there says so', async () => {
	expect((await call('staff', '/api/nothing')).status).toBe(404)
	expect((await call('staff', '/api/health', 'DELETE')).status).toBe(405)
})
