import { describe, expect, test } from 'vitest'
import { dispatch } from '../../../functions/api/http/dispatch.ts'
import type { ApiPorts } from '../../../functions/api/ports.ts'
import { allRoutes, everyRoom, type RoomName, rooms, routesIn, routesOn } from '../../../functions/api/rooms.ts'

// No route runs here: what it would run on is not looked at.
const ports = { now: () => 0 } as ApiPorts
const routesAt = routesOn(ports)
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`

describe('for the address of a route', () => {
	test.each(everyRoom)('of %s its room is opened', async (name) => {
		for (const route of await routesIn(name, ports)) {
			const found = await routesAt(route.path.replaceAll(/:\w+/g, 'x'))
			expect(found.map(nameOf)).toContain(nameOf(route))
		}
	})

	test('the first route that fits is the one that fits first of all routes', async () => {
		const all = await allRoutes(ports)
		for (const { method, path } of all) {
			const parts = path.split('/').length
			const fits = ({ method: other, path: pattern }: { method: string; path: string }): boolean =>
				other === method &&
				pattern.split('/').length === parts &&
				pattern.split('/').every((part, i) => part.startsWith(':') || part === path.split('/')[i])
			expect((await routesAt(path)).find(fits)?.path).toBe(all.find(fits)?.path)
		}
	})
})

test.each(everyRoom)('%s has no address of which none of its routes knows', async (name: RoomName) => {
	const routes = await routesIn(name, ports)
	const unused = rooms[name].under.filter(
		(beginning) => !routes.some(({ path }) => `${path}/`.startsWith(`${beginning}/`)),
	)
	expect(unused).toEqual([])
})

test('an address that belongs to no room is answered as one that does not exist', async () => {
	const call = { method: 'GET', path: '/api/tasksheet', query: {}, body: undefined, viewer: { role: 'staff' as const } }
	expect(await routesAt(call.path)).toEqual([])
	expect(await dispatch(await routesAt(call.path), { ...call, viewer: { role: 'public' } })).toMatchObject({
		status: 404,
	})
})
