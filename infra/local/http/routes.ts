/** One route of the API: `GET /a/{b}`, `ANY /a/{proxy+}` or `$default`. */
export interface Route {
	readonly key: string
	readonly method: string
	readonly segments: readonly string[]
}

export interface RouteMatch<Of extends Route> {
	readonly route: Of
	readonly pathParameters: Readonly<Record<string, string>>
}

/** Method and path of a route key of the template; the default route has the method and path `$default`. */
export const parseRouteKey = (key: string): Route => {
	const [method = '', path = ''] = key.split(' ')
	return { key, method, segments: path.split('/').slice(1) }
}

/**
 * The route API Gateway would take for a decoded path, or undefined (Not Found). The best is: a full match, static
 * segments before variables; then a greedy path variable, the longest prefix first; then `$default`. For one path its
 * own method comes before ANY.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export const matchRoute = <Of extends Route>(
	routes: readonly Of[],
	method: string,
	path: string,
): RouteMatch<Of> | undefined => {
	const segments = path.split('/').slice(1)
	const matches = routes.flatMap((route) => {
		if (route.method !== method && route.method !== 'ANY') return []
		const pathParameters = matchSegments(route.segments, segments)
		return pathParameters === undefined ? [] : [{ route, pathParameters }]
	})
	const [best] = matches.sort((a, b) => compare(rank(a.route), rank(b.route)))
	const fallback = routes.find(({ key }) => key === '$default')
	return best ?? (fallback && { route: fallback, pathParameters: {} })
}

const variable = /^\{([^}+]+)(\+)?\}$/

const matchSegments = (pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined => {
	const parameters: Record<string, string> = {}
	for (const [at, part] of pattern.entries()) {
		const [, name, greedy] = variable.exec(part) ?? []
		const rest = segments.slice(at).join('/')
		if (name === undefined ? segments[at] !== part : rest === '' || segments[at] === undefined) return undefined
		if (name === undefined) continue
		if (greedy !== undefined) return { ...parameters, [name]: rest }
		if (segments[at] === '') return undefined
		parameters[name] = segments[at] ?? ''
	}
	return pattern.length === segments.length ? parameters : undefined
}

/** Segment by segment 0 static, 1 variable, 2 greedy: less is better. A greedy route yields to every full match. */
const rank = ({ method, segments }: Route): readonly number[] => {
	const kinds = segments.map((part) => Number(variable.test(part)) + Number(part.endsWith('+}')))
	return [Number(kinds.at(-1) === 2), ...kinds, Number(method === 'ANY')]
}

const compare = (a: readonly number[], b: readonly number[]): number => {
	const at = a.findIndex((value, index) => value !== b[index])
	return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
