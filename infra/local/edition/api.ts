import { createRequestHandler } from '../http/handleRequest.ts'
import { httpApiFromTemplate } from '../http/httpApiDefinition.ts'
import { startHttpApi } from '../http/startHttpApi.ts'
import type { LocalIssuer, Person } from '../issuer/localIssuer.ts'
import { serveIssuer } from '../issuer/serveIssuer.ts'
import type { Functions } from './functions.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Serves the HTTP API of the template, and beside it the local issuer, where the people can sign in. */
export const startApi = async (
	{ resources, ports }: Prepared,
	functions: Functions,
	issuer: LocalIssuer,
	people: readonly Person[],
	teardown: Teardown,
): Promise<void> => {
	const handle = createRequestHandler(httpApiFromTemplate(resources), functions)
	const api = await startHttpApi({ port: ports.http, handle, beside: serveIssuer(issuer, people) })
	teardown.add('HTTP API', api.close)
}
