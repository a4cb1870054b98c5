import { describe, expect, it } from 'vitest'
import { matchRoute, parseRouteKey } from '../../../infra/local/http/routes.ts'

const routes = [
	'$default',
	'ANY /{proxy+}',
	'GET /pets/{proxy+}',
	'ANY /pets/dog',
	'GET /pets/dog',
	'GET /pets/dog/{id}',
	'GET /pets/dog/1',
	'POST /pets/{kind}',
].map(parseRouteKey)

describe('a request goes to', () => {
	it.each<[string, string, string, string, object]>([
		['the full match of static segments first', 'GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
		['a variable before a greedy one', 'GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
		['the longest greedy prefix', 'GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
		['a shorter greedy prefix if the method differs', 'PUT', '/pets/cat/1', 'ANY /{proxy+}', { proxy: 'pets/cat/1' }],
		['its own method before ANY', 'GET', '/pets/dog', 'GET /pets/dog', {}],
		['ANY for a method without a route', 'DELETE', '/pets/dog', 'ANY /pets/dog', {}],
		['a static path under ANY before a variable of its method', 'POST', '/pets/dog', 'ANY /pets/dog', {}],
		['another path if there is a slash more', 'GET', '/pets/dog/', 'GET /pets/{proxy+}', { proxy: 'dog/' }],
		['$default if nothing else matches', 'GET', '/', '$default', {}],
	])('%s', (_fact, method, path, key, pathParameters) => {
		const match = matchRoute(routes, method, path)
		expect([match?.route.key, match?.pathParameters]).toEqual([key, pathParameters])
	})

	it('nothing if no route matches and there is no default', () => {
		expect(matchRoute([parseRouteKey('GET /api/health')], 'POST', '/api/health')).toBeUndefined()
		expect(matchRoute([parseRouteKey('ANY /api/{proxy+}')], 'GET', '/api/')).toBeUndefined()
	})
})
