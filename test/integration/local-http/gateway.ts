import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequestHandler } from '../../../infra/local/http/handleRequest.ts'
import { httpApiFromTemplate } from '../../../infra/local/http/httpApiDefinition.ts'
import { startHttpApi } from '../../../infra/local/http/startHttpApi.ts'
import { issuerAt, localAudience, openLocalIssuer } from '../../../infra/local/issuer/localIssuer.ts'
import { peopleOf } from '../../../infra/local/issuer/people.ts'
import { serveIssuer } from '../../../infra/local/issuer/serveIssuer.ts'
import { startFunction } from '../../../infra/local/lambda/startFunction.ts'
import type { ResolvedResource } from '../../../infra/local/template/resolveTemplate.ts'
import type { JsonObject } from '../../../infra/local/template/template.ts'

/** Answers with its event, or as the query asks: a chosen response, an error, an endless wait. */
const fixture = `export const handler = async (event) => {
	const { do: what } = event.queryStringParameters ?? {}
	if (what === 'throw') throw new Error('secret internals')
	if (what === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000))
	if (what === 'slow') await new Promise((resolve) => setTimeout(resolve, 900))
	if (what === 'respond') return JSON.parse(event.body)
	return event
}`

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:fixture'

const resource = (type: string, ref: string, properties: JsonObject): ResolvedResource => ({
	logicalId: ref,
	type: `AWS::ApiGatewayV2::${type}`,
	name: ref,
	arn: ref,
	ref,
	properties,
})

const resources = (issuer: string): readonly ResolvedResource[] => [
	resource('Api', 'api', { Name: 'Http', ProtocolType: 'HTTP' }),
	resource('Stage', '$default', { ApiId: 'api', StageName: '$default', AutoDeploy: true }),
	resource('Integration', 'int', {
		ApiId: 'api',
		IntegrationType: 'AWS_PROXY',
		IntegrationUri: arn,
		PayloadFormatVersion: '2.0',
	}),
	resource('Integration', 'impatient', {
		ApiId: 'api',
		IntegrationType: 'AWS_PROXY',
		IntegrationUri: arn,
		PayloadFormatVersion: '2.0',
		TimeoutInMillis: 200,
	}),
	resource('Authorizer', 'jwt', {
		ApiId: 'api',
		AuthorizerType: 'JWT',
		Name: 'Jwt',
		IdentitySource: ['$request.header.Authorization'],
		JwtConfiguration: { Audience: [localAudience], Issuer: issuer },
	}),
	resource('Route', 'open', { ApiId: 'api', RouteKey: 'ANY /open', Target: 'integrations/int' }),
	resource('Route', 'hurry', { ApiId: 'api', RouteKey: 'GET /hurry', Target: 'integrations/impatient' }),
	resource('Route', 'closed', {
		ApiId: 'api',
		RouteKey: 'ANY /api/{proxy+}',
		Target: 'integrations/int',
		AuthorizationType: 'JWT',
		AuthorizerId: 'jwt',
	}),
]

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer()
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() =>
				address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
			)
		})
	})

/** A gateway on a free port in front of the fixture function, which runs as a bundle of its own. */
export const startGateway = async () => {
	const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
	const assetDir = join(folder, 'asset')
	await mkdir(assetDir)
	await writeFile(join(assetDir, 'index.mjs'), fixture)
	const lambda = startFunction({
		name: 'fixture',
		arn,
		region: 'us-east-1',
		assetDir,
		handler: 'index.handler',
		memorySize: 128,
		environment: {},
		timeoutSeconds: 2,
		concurrency: 3,
		log: () => {},
	})
	const port = await freePort()
	const issuer = await openLocalIssuer(folder, issuerAt(`http://127.0.0.1:${port}`))
	const api = await startHttpApi({
		port,
		handle: createRequestHandler(httpApiFromTemplate(resources(issuer.url)), new Map([[arn, lambda.invoke]])),
		beside: serveIssuer(issuer, peopleOf(false)),
	})
	return {
		url: api.url,
		issuer,
		folder,
		close: async () => {
			await api.close()
			await lambda.close()
			await rm(folder, { recursive: true })
		},
	}
}
