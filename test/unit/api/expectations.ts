import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { requestOf } from '../../doubles/certificateRequests.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { toilet } from '../../doubles/township.ts'
import { accept } from './appealBench.ts'
import { APPEAL, CERTIFICATE, callers, linkSecret, refused, type Sent, task } from './everybody.ts'
import { residentExpectations } from './residentExpectations.ts'

/** Statuses in the order of `callers`: nobody, a token without a known role, own and other head, own and other village, staff, admin. */
const everybody = (status: number) => callers.map(() => status)
const signedIn = (status: number) => [401, 401, status, status, status, status, status, status]
const own = (status: number) => [401, 401, status, 403, status, 403, status, status]
const township = (status: number) => [401, 401, 403, 403, 403, 403, status, status]
const villageAndTownship = (status: number) => [401, 401, 403, 403, status, status, status, status]
const headAndTownship = (status: number) => [401, 401, status, 403, 403, 403, status, status]
const headOnly = (status: number) => [401, 401, status, 403, 403, 403, 403, 403]
const adminOnly = (status: number) => [401, 401, 403, 403, 403, 403, 403, status]

const appeal = {
	subject: { is: 'deduction', inspection: '2026-11-20.yard-1', deduction: '1-1' },
	reason: '不是本院落',
}
const inspection = { key: 'round-2026-11-23', courtyard: 'yard-1', severity: 'minor', what: '村口垃圾未清' }

/** Rankings to read. There is none here: everybody may ask, and nobody finds one. What each finds: rankingRoles.test.ts. */
const reading = (path: string): Record<string, Omit<Sent, 'method'> & { answers: number[] }> => ({
	[`GET ${path}`]: { path, answers: everybody(200) },
	[`GET ${path}/:file`]: { path: `${path}/2026-10.csv`, answers: everybody(404) },
	[`GET ${path}/:month/print`]: { path: `${path}/2026-10/print`, answers: everybody(404) },
	[`GET ${path}/:month/explanation/:courtyard`]: {
		path: `${path}/2026-10/explanation/yard-1`,
		answers: everybody(404),
	},
	[`GET ${path}/:month/check`]: { path: `${path}/2026-10/check`, answers: everybody(404) },
})

/** What every route answers to everybody. A route that is not here fails the test: decide who may call it. */
export const expectations: Readonly<Record<string, Omit<Sent, 'method'> & { answers: number[] }>> = {
	'GET /api/health': { path: '/api/health', answers: everybody(200) },
	'GET /api/me': { path: '/api/me', answers: signedIn(200) },
	'GET /api/overview': { path: '/api/overview', answers: villageAndTownship(200) },
	'GET /api/overview/changes': { path: '/api/overview/changes', answers: villageAndTownship(200) },
	'GET /api/courtyards': { path: '/api/courtyards', answers: signedIn(200) },
	'GET /api/courtyards/:id': { path: '/api/courtyards/yard-1', answers: own(200) },
	'GET /api/courtyards/:id/scores': { path: '/api/courtyards/yard-1/scores', answers: own(200) },
	'GET /api/courtyards/:id/explanation': {
		path: '/api/courtyards/yard-1/explanation',
		query: { period: '2026-11-22' },
		answers: own(200),
	},
	'GET /api/courtyards/:id/deputies': { path: '/api/courtyards/yard-1/deputies', answers: own(200) },
	'POST /api/courtyards/:id/deputies': {
		path: '/api/courtyards/yard-1/deputies',
		body: { name: '李四', from: '2026-11-25', until: '2026-11-30' },
		// The registry there names nobody in charge: the head's own wish does, staff put it first.
		answers: [401, 401, 201, 403, 403, 403, 409, 409],
	},
	'POST /api/courtyards/:id/deputies/:from/end': {
		path: '/api/courtyards/yard-1/deputies/2026-11-25/end',
		answers: headAndTownship(404),
	},
	'GET /api/courtyards/:id/devices': { path: '/api/courtyards/yard-1/devices', answers: own(200) },
	'GET /api/devices/:id': { path: '/api/devices/toilet-1', answers: own(200) },
	'GET /api/devices/:id/readings.csv': { path: '/api/devices/toilet-1/readings.csv', answers: own(200) },
	'GET /api/devices/:id/readings': { path: '/api/devices/toilet-1/readings', answers: own(200) },
	'GET /api/devices/:id/visits': { path: '/api/devices/toilet-1/visits', answers: own(200) },
	'GET /api/devices/:id/shelves': { path: '/api/devices/toilet-1/shelves', answers: own(200) },
	'POST /api/devices/:id/shelves': {
		path: '/api/devices/toilet-1/shelves',
		body: { rule: 'ammonia-high', until: 60, reason: '清洗' },
		answers: own(201),
	},
	'DELETE /api/devices/:id/shelves/:shelf': { path: '/api/devices/toilet-1/shelves/shelf-1', answers: own(200) },
	'POST /api/devices/:id/out-of-service': {
		path: '/api/devices/toilet-1/out-of-service',
		body: { reason: '更换传感器' },
		answers: township(201),
	},
	'DELETE /api/devices/:id/out-of-service': {
		path: '/api/devices/toilet-1/out-of-service',
		answers: township(200),
	},
	'GET /api/devices/:id/certificates': { path: '/api/devices/toilet-1/certificates', answers: adminOnly(200) },
	'POST /api/devices/:id/certificates': {
		path: '/api/devices/toilet-1/certificates',
		body: { csr: await requestOf('toilet-1') },
		answers: adminOnly(201),
	},
	'DELETE /api/devices/:id/certificates/:certificate': {
		path: `/api/devices/toilet-1/certificates/${CERTIFICATE}`,
		answers: adminOnly(200),
	},
	'GET /api/tasks': { path: '/api/tasks', answers: signedIn(200) },
	'POST /api/tasks': { path: '/api/tasks', body: inspection, answers: own(201) },
	'GET /api/tasks/:id': { path: `/api/tasks/${task.id}`, answers: own(200) },
	'POST /api/tasks/:id/actions': {
		path: `/api/tasks/${task.id}/actions`,
		body: { type: 'acknowledge' },
		headers: { 'if-match': `"${task.version}"` },
		answers: own(200),
	},
	...residentExpectations,
	'GET /api/public/task': { path: '/api/public/task', headers: { 'x-task-link': 'good' }, answers: everybody(200) },
	'POST /api/public/task/actions': {
		path: '/api/public/task/actions',
		body: { type: 'acknowledge' },
		headers: { 'x-task-link': 'good', 'x-task-link-secret': linkSecret, 'if-match': `"${task.version}"` },
		answers: everybody(200),
	},
	'POST /api/tasks/:id/links': { path: `/api/tasks/${task.id}/links`, answers: township(201) },
	'POST /api/tasks/:id/links/revoke': { path: `/api/tasks/${task.id}/links/revoke`, body: {}, answers: township(200) },
	'GET /api/channels': { path: '/api/channels', answers: township(200) },
	'PUT /api/channels': { path: '/api/channels', body: { channels: [robot] }, answers: adminOnly(200) },
	'POST /api/channels/:id/test': { path: '/api/channels/robot/test', answers: adminOnly(200) },
	'GET /api/alerts/channels': { path: '/api/alerts/channels', answers: township(200) },
	'GET /api/tasks/:id/alerts': { path: `/api/tasks/${task.id}/alerts`, answers: township(200) },
	'GET /api/figures': { path: '/api/figures', answers: township(200) },
	'GET /api/inspections': {
		path: '/api/inspections',
		query: { courtyard: 'yard-1', month: '2026-11' },
		answers: own(200),
	},
	'POST /api/inspections': {
		path: '/api/inspections',
		body: { courtyard: 'yard-1', day: '2026-11-21', deductions: [] },
		answers: township(201),
	},
	'GET /api/inspections/months/:month': { path: '/api/inspections/months/2026-11', answers: signedIn(200) },
	'GET /api/inspections/:id': { path: '/api/inspections/2026-11-20.yard-1', answers: own(200) },
	'PUT /api/inspections/:id': {
		path: '/api/inspections/2026-11-20.yard-1',
		body: { revision: 1, reason: '更正', deductions: [] },
		answers: township(200),
	},
	'GET /api/appeals': { path: '/api/appeals', query: { courtyard: 'yard-1' }, answers: own(200) },
	'POST /api/appeals': { path: '/api/appeals', body: appeal, answers: headOnly(201) },
	'GET /api/appeals/:id': { path: `/api/appeals/${APPEAL}`, answers: own(200) },
	'POST /api/appeals/:id/decision': {
		path: `/api/appeals/${APPEAL}/decision`,
		body: accept,
		answers: township(200),
	},
	'POST /api/appeals/:id/withdraw': {
		path: `/api/appeals/${APPEAL}/withdraw`,
		body: { version: 1, reason: '已说清' },
		answers: headOnly(200),
	},
	'GET /api/heads/evaluations': {
		path: '/api/heads/evaluations',
		query: { month: '2026-11' },
		answers: township(200),
	},
	'PUT /api/heads/evaluations/:month': { path: '/api/heads/evaluations/2026-10', answers: township(200) },
	'GET /api/heads/:courtyard/evaluation': {
		path: '/api/heads/yard-1/evaluation',
		query: { month: '2026-11' },
		answers: headAndTownship(200),
	},
	'GET /api/heads/:courtyard/duties/:month': { path: '/api/heads/yard-1/duties/2026-11', answers: own(200) },
	'PUT /api/heads/:courtyard/duties/:month': {
		path: '/api/heads/yard-1/duties/2026-11',
		body: { version: 0, done: ['patrol'], reason: '补记' },
		answers: headAndTownship(200),
	},
	...reading('/api/rankings'),
	...reading('/api/public/rankings'),
	'GET /api/rankings/:month/corrections': { path: '/api/rankings/2026-10/corrections', answers: township(404) },
	'POST /api/rankings/:month/publish': {
		path: '/api/rankings/2026-10/publish',
		body: { draftVersion: 1 },
		answers: township(404),
	},
	'POST /api/rankings/:month/revisions': {
		path: '/api/rankings/2026-10/revisions',
		body: { draftVersion: 1, reason: '迟到的数据' },
		answers: township(404),
	},
	'POST /api/rankings/:month/plans': {
		path: '/api/rankings/2026-10/plans',
		body: { courtyard: 'yard-1', text: '增加清运', due: '2026-12-20' },
		answers: own(404),
	},
	'POST /api/what-if': {
		path: '/api/what-if',
		body: { month: '2026-10', profile: defaultProfile },
		answers: township(404),
	},
	'GET /api/forecasts': { path: '/api/forecasts', query: { village: 'village-1' }, answers: own(200) },
	'GET /api/data-quality': { path: '/api/data-quality', query: { month: '2026-11' }, answers: township(404) },
	'POST /api/data-quality/reviews': {
		path: '/api/data-quality/reviews',
		body: {
			month: '2026-11',
			device: 'toilet-1',
			doubt: 'moved',
			days: ['2026-11-03'],
			verdict: 'harmless',
			reason: '移位',
		},
		answers: township(201),
	},
	'GET /api/quarantine': { path: '/api/quarantine', answers: township(200) },
	'GET /api/quarantine/summary': { path: '/api/quarantine/summary', answers: township(200) },
	'GET /api/quarantine/:id': { path: refused, answers: township(200) },
	'POST /api/quarantine/replay': {
		path: '/api/quarantine/replay',
		body: { device: 'toilet-1', reason: 'not-json' },
		answers: township(200),
	},
	'POST /api/quarantine/:id/replay': { path: `${refused}/replay`, answers: township(200) },
	'GET /api/profiles': { path: '/api/profiles', answers: signedIn(200) },
	'GET /api/profiles/:version': { path: `/api/profiles/${defaultProfile.version}`, answers: signedIn(200) },
	'POST /api/profiles/check': { path: '/api/profiles/check', body: {}, answers: township(200) },
	'POST /api/profiles': {
		path: '/api/profiles',
		body: { ...defaultProfile, version: 'next', effectiveFrom: '2027-01-01' },
		answers: adminOnly(201),
	},
	'GET /api/registry': { path: '/api/registry', answers: township(200) },
	'PUT /api/registry': { path: '/api/registry', body: { devices: [toilet] }, answers: adminOnly(200) },
}
