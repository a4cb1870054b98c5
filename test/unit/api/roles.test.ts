import { describe, expect, test } from 'vitest'
import { rolesOf } from '../../../functions/api/http/route.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { toilet } from '../../doubles/township.ts'
import { type Caller, callers, claims, freshRoutes, send } from './everybody.ts'
import { expectations } from './expectations.ts'

const call = (caller: Caller, path: string, method = 'GET', body?: unknown, query: Record<string, string> = {}) =>
	send(caller, { path, method, body, query })

const { routes } = await freshRoutes()

describe('every route answers each role as it should', () => {
	test.each(routes.map(({ method, path }) => `${method} ${path}`))('%s', async (name) => {
		const expected = expectations[name]
		if (!expected) throw new Error(`nobody has decided who may call ${name}`)
		const [method = ''] = name.split(' ')
		const got = await Promise.all(callers.map((caller) => send(caller, { ...expected, method })))
		expect(got.map(({ status }) => status)).toEqual(expected.answers)
	})

	test('and nothing is expected of a route that is not there', () => {
		const there = routes.map(({ method, path }) => `${method} ${path}`)
		expect(Object.keys(expectations).filter((name) => !there.includes(name))).toEqual([])
	})

	test('what staff may, an admin may', () => {
		for (const route of routes) if (route.roles.includes('staff')) expect(rolesOf(route)).toContain('admin')
	})
})

test('a village whose courtyards nobody has looked up sees nothing', async () => {
	const viewer = viewerOf(claims.ownVillage)
	const { status } = await dispatch(routes, {
		method: 'GET',
		path: '/api/courtyards/yard-1',
		query: {},
		body: undefined,
		viewer,
	})
	expect(status).toBe(403)
})

test('a village lists its own courtyards and no other', async () => {
	expect((await call('ownVillage', '/api/courtyards')) as unknown).toMatchObject({
		body: { courtyards: [{ id: 'yard-1' }] },
	})
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
	expect(await call('admin', '/api/registry', 'PUT', { devices: [{ ...toilet, courtyard: 'nowhere' }] })).toMatchObject(
		{
			errors: [{ field: 'devices.0.courtyard', message: '"nowhere" does not exist' }],
		},
	)
})

test('an address or a method that is not there says so', async () => {
	expect((await call('staff', '/api/nothing')).status).toBe(404)
	expect((await call('staff', '/api/health', 'DELETE')).status).toBe(405)
})
