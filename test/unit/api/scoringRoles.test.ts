import { expect, test } from 'vitest'
import { appealsRoutes } from '../../../functions/api/appeals/routes.ts'
import { headsRoutes } from '../../../functions/api/heads/routes.ts'
import { dispatch } from '../../../functions/api/http/dispatch.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { inspectionsRoutes } from '../../../functions/api/inspections/routes.ts'
import { head, otherHead, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { accept, raised, wish, withSheet } from './appealBench.ts'

const viewers = [viewerOf(undefined), viewerOf({ role: 'mayor' }), head, otherHead, staff]

/** What nobody, a token without a known role, the own head, another head and staff are answered, each on a fresh desk. */
async function statuses(method: string, path: string, body?: unknown, query: Record<string, string> = {}) {
	const answers = viewers.map(async (viewer) => {
		const ports = scoringDesk()
		await withSheet(ports)
		const appeal = await raised(ports)
		const routes = [...inspectionsRoutes(ports), ...appealsRoutes(ports), ...headsRoutes(ports)]
		const text = body === undefined ? undefined : JSON.stringify(body)
		const call = { method, path: path.replace('APPEAL', appeal), query, body: text, viewer }
		return (await dispatch(routes, call)).status
	})
	return Promise.all(answers)
}

const sheet = { courtyard: 'yard-1', day: '2026-11-21', deductions: [] }
const month = { month: '2026-11' }

test.each([
	['/api/inspections', { courtyard: 'yard-1', ...month }],
	['/api/inspections/2026-11-20.yard-1', {}],
	['/api/appeals', { courtyard: 'yard-1' }],
	['/api/appeals/APPEAL', {}],
	['/api/heads/yard-1/evaluation', month],
	['/api/heads/yard-1/duties/2026-11', {}],
])('only staff and the head of the courtyard may read %s', async (path, query) => {
	expect(await statuses('GET', path, undefined, query)).toEqual([401, 401, 200, 403, 200])
})

test.each([
	['POST', '/api/inspections', sheet, 201],
	['PUT', '/api/inspections/2026-11-20.yard-1', { revision: 1, reason: '更正', deductions: [] }, 200],
	['POST', '/api/appeals/APPEAL/decision', accept, 200],
	['PUT', '/api/heads/evaluations/2026-10', undefined, 200],
] as const)('only staff may %s %s', async (method, path, body, done) => {
	expect(await statuses(method, path, body)).toEqual([401, 401, 403, 403, done])
})

test('only staff see the evaluations of all heads', async () => {
	expect(await statuses('GET', '/api/heads/evaluations', undefined, month)).toEqual([401, 401, 403, 403, 200])
})

test('only the head of the courtyard appeals and takes an appeal back; staff decide', async () => {
	expect(await statuses('POST', '/api/appeals', wish)).toEqual([401, 401, 200, 403, 403])
	const back = { version: 1, reason: '已说清' }
	expect(await statuses('POST', '/api/appeals/APPEAL/withdraw', back)).toEqual([401, 401, 200, 403, 403])
})

test('the head of the courtyard ticks duties, and staff', async () => {
	const ticks = { version: 0, done: ['patrol'], reason: '补记' }
	expect(await statuses('PUT', '/api/heads/yard-1/duties/2026-11', ticks)).toEqual([401, 401, 200, 403, 200])
})

test('wrong input names its field', async () => {
	const routes = [...inspectionsRoutes(scoringDesk()), ...appealsRoutes(scoringDesk())]
	const post = (path: string, viewer: typeof staff, body: unknown) =>
		dispatch(routes, { method: 'POST', path, query: {}, body: JSON.stringify(body), viewer })
	const from = { ...wish, subject: { ...wish.subject, from: 'yesterday' } }
	expect(await post('/api/appeals', head, from)).toMatchObject({
		status: 400,
		errors: [{ field: 'subject.from', message: 'an instant like "2026-11-24T08:00:00+08:00"' }],
	})
	expect(await post('/api/appeals', head, { ...wish, reason: ' ' })).toMatchObject({
		errors: [{ field: 'reason', message: 'say why, in 1 to 500 characters' }],
	})
	const deductions = [{ item: 'toilets', points: -5, note: '脏' }]
	expect(await post('/api/inspections', staff, { ...sheet, deductions })).toMatchObject({
		errors: [{ field: 'deductions.0.points' }],
	})
})
