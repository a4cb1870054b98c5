import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'

/**
 * What the gateway lets through without a token; everything else needs one. Whoever adds a public operation gives it a
 * path below `/api/public/`: it is then reachable here, and `roles: ['public', …]` of its route opens it.
 */
export const publicApiRoutes: readonly { readonly path: string; readonly methods: readonly HttpMethod[] }[] = [
	{ path: '/api/health', methods: [HttpMethod.GET] },
	{ path: '/api/public/{proxy+}', methods: [HttpMethod.GET, HttpMethod.POST] },
]

/** The pages themselves, and the document of the API, which is built with them. */
export const pageRoutes: typeof publicApiRoutes = [
	{ path: '/api/openapi.json', methods: [HttpMethod.GET, HttpMethod.HEAD] },
	{ path: '/', methods: [HttpMethod.GET, HttpMethod.HEAD] },
	{ path: '/{proxy+}', methods: [HttpMethod.GET, HttpMethod.HEAD] },
]
