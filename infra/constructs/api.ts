import { Duration } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { stageOf } from '../stages/stageOf.ts'
import { accepted } from './accepted.ts'
import type { Enrolment } from './enrolment.ts'
import type { Notify } from './notify.ts'
import type { Operators } from './operators.ts'
import { Pages } from './pages.ts'
import type { Photos } from './photos.ts'
import { pageRoutes, publicApiRoutes } from './publicRoutes.ts'
import { ServiceFunction } from './serviceFunction.ts'
import { SignIn } from './signIn.ts'
import type { Tables } from './tables.ts'
import type { TaskLinks } from './taskLinks.ts'
import type { TelemetryQueue } from './telemetryQueue.ts'

export interface ApiProps {
	readonly operators: Operators
	readonly tables: Tables
	readonly telemetry: TelemetryQueue
	readonly taskLinks: TaskLinks
	readonly photos: Photos
	readonly notify: Notify
	readonly enrolment: Enrolment
	/** How long readings are kept, days. */
	readonly retentionDays: string
	/** The deployment's key for pseudonyms. */
	readonly privacyKey: string
}

/**
 * The HTTP API: the pages and what `publicRoutes.ts` lists for everybody, the rest with a token of the identity provider
 * given as parameter.
 */
export class Api extends Construct {
	readonly service: ServiceFunction
	readonly pages: Pages
	readonly http: HttpApi

	constructor(
		scope: Construct,
		id: string,
		{ operators, tables, telemetry, taskLinks, photos, notify, enrolment, retentionDays, privacyKey }: ApiProps,
	) {
		super(scope, id)
		const signIn = new SignIn(this, 'SignIn')
		const service = new ServiceFunction(this, 'Service', {
			name: 'api',
			description: 'The HTTP API',
			// More than half a core: trying a profile on a month scores it while somebody waits.
			memorySize: 1024,
			timeout: Duration.seconds(29),
			alarm: {
				errors: 5,
				minutes: 5,
				title: { zh: '接口出错', en: 'The API fails' },
				meaning: 'Pages show errors. Read its log.',
			},
			operators,
		})
			.uses(tables.registry, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
			// Updates what the quarantine knows of a replay.
			.uses(tables.telemetry, ['Query', 'GetItem', 'BatchGetItem', 'UpdateItem'])
			// Inspections, appeals, duties and evaluations; an update is a mark that something is to be worked out anew.
			.uses(tables.scores, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
			// Updates what is kept of links.
			.uses(tables.tasks, ['Query', 'GetItem', 'PutItem', 'UpdateItem'], ['byCourtyard', 'byDue'])
			.setting('RETENTION_DAYS', retentionDays)
			.setting('OIDC_CLAIMS', signIn.claims)
			// Names for addresses that are counted, and codes nobody can guess.
			.setting('PRIVACY_KEY', privacyKey)
			// Refused messages that staff replay go the way of all messages.
			.setting('TELEMETRY_QUEUE_URL', telemetry.queue.queueUrl)
			.allow(['sqs:SendMessage'], telemetry.queue.queueArn)

		accepted(service, 'Serverless-LambdaDLQ', 'Called by the gateway, which hands the fault to whoever asked.')

		this.http = new HttpApi(this, 'Http', { description: 'Green Courtyard', createDefaultStage: false })
		taskLinks.openAt(this.http.apiEndpoint).usedBy(service)
		photos.usedBy(service)
		notify.testedBy(service)
		enrolment.askedBy(service)
		new HttpStage(this, 'Stage', {
			httpApi: this.http,
			stageName: '$default',
			autoDeploy: true,
			throttle: { rateLimit: 100, burstLimit: 200 },
			accessLogSettings: {
				destination: new LogGroupLogDestination(
					new LogGroup(this, 'AccessLogs', { retention: stageOf(this).retention.logDays }),
				),
				format: AccessLogFormat.custom(
					JSON.stringify({
						requestId: '$context.requestId',
						time: '$context.requestTimeEpoch',
						method: '$context.httpMethod',
						path: '$context.path',
						status: '$context.status',
						latency: '$context.responseLatency',
						error: '$context.error.message',
					}),
				),
			},
		})
		this.pages = new Pages(this, 'Pages', { operators, signIn, photos })
		for (const { path, methods } of pageRoutes)
			this.http.addRoutes({ path, methods: [...methods], integration: this.pages.integration })
		accepted(
			this.http,
			'AwsSolutions-APIG4',
			'Pages and public operations are for everybody; rights.test.ts names them, and every other route has the authorizer.',
		)
		const integration = new HttpLambdaIntegration('Integration', service.lambda)
		for (const { path, methods } of publicApiRoutes) this.http.addRoutes({ path, methods: [...methods], integration })
		this.http.addRoutes({
			path: '/api/{proxy+}',
			methods: [HttpMethod.ANY],
			integration,
			authorizer: new HttpJwtAuthorizer('Jwt', signIn.issuer, { jwtAudience: [signIn.audience] }),
		})
		this.service = service
	}
}
