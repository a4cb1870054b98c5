import { createRequestHandler } from '../http/handleRequest.ts'
import { httpApiFromTemplate } from '../http/httpApiDefinition.ts'
import type { ReceivedRequest } from '../http/payloadEvent.ts'
import { startHttpApi } from '../http/startHttpApi.ts'
import type { LocalIssuer, Person } from '../issuer/localIssuer.ts'
import { serveIssuer } from '../issuer/serveIssuer.ts'
import type { Metrics } from '../metrics/openMetrics.ts'
import { serveMetrics } from '../metrics/serveMetrics.ts'
import type { ReceiverSecrets } from '../receiver/receiverSecrets.ts'
import { serveReceiver } from '../receiver/serveReceiver.ts'
import type { Functions } from './functions.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Serves the HTTP API of the template; beside it the local issuer, where the people can sign in, the receiver of alerts, and the figures. */
export const startApi = async (
	{ resources, ports }: Prepared,
	functions: Functions,
	issuer: LocalIssuer,
	people: readonly Person[],
	receiver: ReceiverSecrets,
	metrics: Metrics,
	teardown: Teardown,
): Promise<void> => {
	const handle = createRequestHandler(httpApiFromTemplate(resources), functions)
	const [signIn, receive, measure] = [serveIssuer(issuer, people), serveReceiver(receiver), serveMetrics(metrics)]
	const beside = async (request: ReceivedRequest) =>
		(await signIn(request)) ?? (await receive(request)) ?? (await measure(request))
	const api = await startHttpApi({ port: ports.http, handle, beside })
	teardown.add('HTTP API', api.close)
}
