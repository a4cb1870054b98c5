import { callers, type Sent } from './everybody.ts'
import { evidencePhoto, ownPhoto, reported } from './residents.ts'

const everybody = (status: number) => callers.map(() => status)
const own = (status: number) => [401, 401, status, 403, status, 403, status, status]
const ownVillage = (status: number) => [401, 401, 403, 403, status, 403, status, status]
const township = (status: number) => [401, 401, 403, 403, 403, 403, status, status]

const report = { key: 'form-1-made-at-random', courtyard: 'yard-1', what: '垃圾桶满了' }
const picture = { type: 'image/jpeg', bytes: 1000 }
const order = {
	key: 'form-2-made-at-random',
	courtyard: 'yard-1',
	service: 'bulky-waste',
	contact: { household: '12号' },
}

/** What the routes of the wall and of points answer to everybody. */
export const residentExpectations: Readonly<Record<string, Omit<Sent, 'method'> & { answers: number[] }>> = {
	'GET /api/public/wall': { path: '/api/public/wall', answers: everybody(200) },
	'GET /api/public/wall/rankings/:month': { path: '/api/public/wall/rankings/2026-10', answers: everybody(404) },
	'POST /api/public/reports': { path: '/api/public/reports', body: report, answers: everybody(201) },
	'POST /api/public/reports/similar': {
		path: '/api/public/reports/similar',
		body: { courtyard: 'yard-1', what: '垃圾桶满了' },
		answers: everybody(200),
	},
	'POST /api/public/reports/:id/me-too': {
		path: `/api/public/reports/${reported.id}/me-too`,
		answers: everybody(200),
	},
	'GET /api/public/reports/:code': { path: `/api/public/reports/${reported.code}`, answers: everybody(200) },
	'GET /api/public/reports/:code/photos/:key': {
		path: `/api/public/reports/${reported.code}/photos/${ownPhoto}`,
		answers: everybody(200),
	},
	'POST /api/public/photos': {
		path: '/api/public/photos',
		body: { courtyard: 'yard-1', key: report.key, ...picture },
		answers: everybody(201),
	},
	'POST /api/photos': { path: '/api/photos', body: { task: reported.id, ...picture }, answers: own(201) },
	'GET /api/photos/:key': { path: `/api/photos/${ownPhoto}`, answers: own(200) },
	'POST /api/public/task/photos': {
		path: '/api/public/task/photos',
		headers: { 'x-task-link': 'good' },
		body: picture,
		answers: everybody(201),
	},
	'GET /api/public/task/photos/:key': {
		path: `/api/public/task/photos/${evidencePhoto}`,
		headers: { 'x-task-link': 'good' },
		answers: everybody(200),
	},
	'POST /api/public/reports/:code/confirmation': {
		path: `/api/public/reports/${reported.code}/confirmation`,
		body: { fixed: true },
		answers: everybody(200),
	},
	'GET /api/public/services': { path: '/api/public/services', answers: everybody(200) },
	'POST /api/public/orders': { path: '/api/public/orders', body: order, answers: everybody(201) },
	'POST /api/orders': { path: '/api/orders', body: order, answers: own(201) },
	'GET /api/points/:household': { path: '/api/points/yard-1.12', answers: own(200) },
	'POST /api/points/:household/awards': {
		path: '/api/points/yard-1.12/awards',
		body: { task: 'wall.verified', rule: 'verified-report' },
		answers: ownVillage(201),
	},
	'POST /api/points/:household/redemptions': {
		path: '/api/points/yard-1.12/redemptions',
		body: { key: 'handed-out-1', points: 5, reason: '洗衣液' },
		answers: township(201),
	},
	'POST /api/points/:household/reversals': {
		path: '/api/points/yard-1.12/reversals',
		body: { entry: 'award.1', reason: '记错户' },
		answers: township(201),
	},
	'GET /api/tasks/:id/contact': { path: `/api/tasks/${reported.id}/contact`, answers: ownVillage(200) },
}
