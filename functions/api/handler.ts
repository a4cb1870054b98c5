import middy from '@middy/core'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { jsonText } from '../../shared/contract/jsonText.ts'
import * as z from '../../shared/contract/zod.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import { monthScoresFrom } from '../../shared/work/monthScoresFrom.ts'
import { rankingStatusFrom } from '../../shared/work/rankingStatusFrom.ts'
import { bucketUrl } from '../adapters/bucketUrl.ts'
import { compressed } from '../adapters/compressed.ts'
import { DynamoAppeals } from '../adapters/dynamoAppeals.ts'
import { DynamoChannelBook } from '../adapters/dynamoChannelBook.ts'
import { DynamoChannelStates } from '../adapters/dynamoChannelStates.ts'
import { dynamoClient } from '../adapters/dynamoClient.ts'
import { DynamoContacts } from '../adapters/dynamoContacts.ts'
import { DynamoDayChanges } from '../adapters/dynamoDayChanges.ts'
import { DynamoDayScores } from '../adapters/dynamoDayScores.ts'
import { DynamoDeputies } from '../adapters/dynamoDeputies.ts'
import { DynamoDoubtReviews } from '../adapters/dynamoDoubtReviews.ts'
import { DynamoDraftMarks } from '../adapters/dynamoDraftMarks.ts'
import { DynamoDuties } from '../adapters/dynamoDuties.ts'
import { DynamoEvaluations } from '../adapters/dynamoEvaluations.ts'
import { DynamoInspections } from '../adapters/dynamoInspections.ts'
import { DynamoLateMarks } from '../adapters/dynamoLateMarks.ts'
import { DynamoLinkRecords } from '../adapters/dynamoLinkRecords.ts'
import { DynamoOutbox } from '../adapters/dynamoOutbox.ts'
import { DynamoPlans } from '../adapters/dynamoPlans.ts'
import { DynamoPointLedger } from '../adapters/dynamoPointLedger.ts'
import { DynamoProfiles } from '../adapters/dynamoProfiles.ts'
import { DynamoQuarantine } from '../adapters/dynamoQuarantine.ts'
import { DynamoRankings } from '../adapters/dynamoRankings.ts'
import { DynamoRegistry } from '../adapters/dynamoRegistry.ts'
import { DynamoRepairs } from '../adapters/dynamoRepairs.ts'
import { DynamoShelves } from '../adapters/dynamoShelves.ts'
import { DynamoTally } from '../adapters/dynamoTally.ts'
import { DynamoTaskStore } from '../adapters/dynamoTaskStore.ts'
import { DynamoTelemetryReader } from '../adapters/dynamoTelemetryReader.ts'
import { DynamoVisitCounts } from '../adapters/dynamoVisitCounts.ts'
import { DynamoVoices } from '../adapters/dynamoVoices.ts'
import { days, environment } from '../adapters/environment.ts'
import { LambdaChannelTester } from '../adapters/lambdaChannelTester.ts'
import { LambdaEnroller } from '../adapters/lambdaEnroller.ts'
import { LinkKeys } from '../adapters/linkKeys.ts'
import { logged } from '../adapters/log.ts'
import { problems } from '../adapters/problems.ts'
import { pseudonymWith } from '../adapters/pseudonym.ts'
import { respond } from '../adapters/respond.ts'
import { S3PhotoStore } from '../adapters/s3PhotoStore.ts'
import { functionCredentials } from '../adapters/s3Requests.ts'
import { secretText } from '../adapters/secretText.ts'
import { sha256 } from '../adapters/sha256.ts'
import { sheetFiles } from '../adapters/sheetFiles.ts'
import { SignedLinks } from '../adapters/signedLinks.ts'
import { SqsTelemetryQueue } from '../adapters/sqsTelemetryQueue.ts'
import { tables } from '../adapters/tableKeys.ts'
import { ClaimNames } from './http/claims.ts'
import { dispatch } from './http/dispatch.ts'
import { placed, viewerOf } from './http/viewer.ts'
import { routesOf } from './routes.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.telemetry.env]: z.string(),
	[tables.tasks.env]: z.string(),
	[tables.scores.env]: z.string(),
	TELEMETRY_QUEUE_URL: z.string(),
	RETENTION_DAYS: days,
	NOTIFY_FUNCTION: z.string(),
	ENROL_FUNCTION: z.string(),
	PRIVACY_KEY: z.string().check(z.minLength(16)),
	TASK_LINK_KEYS: z.string(),
	PAGES_URL: z.string(),
	PHOTO_BUCKET: z.string(),
	PHOTO_HOST: z.string(),
	AWS_REGION: z.string(),
	AWS_ENDPOINT_URL_S3: z.optional(z.url()),
	OIDC_CLAIMS: jsonText(ClaimNames),
})
/** Whoever has just changed the registry sees it on the next page. */
const REGISTRY_CHECK_MS = 1000
const client = dynamoClient()
const registry = new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now, REGISTRY_CHECK_MS)
const appeals = new DynamoAppeals(client, env.SCORES_TABLE)
const rankings = new DynamoRankings(client, env.SCORES_TABLE)
const linkKeys = new LinkKeys(() => secretText(env.TASK_LINK_KEYS), Date.now)
const routes = routesOf({
	profiles: new DynamoProfiles(client, env.REGISTRY_TABLE),
	registry,
	channels: new DynamoChannelBook(client, env.REGISTRY_TABLE),
	channelStates: new DynamoChannelStates(client, env.TASKS_TABLE),
	channelTester: new LambdaChannelTester(env.NOTIFY_FUNCTION),
	enroller: new LambdaEnroller(env.ENROL_FUNCTION),
	outbox: new DynamoOutbox(client, env.TASKS_TABLE),
	shelves: new DynamoShelves(client, env.REGISTRY_TABLE),
	repairs: new DynamoRepairs(client, env.REGISTRY_TABLE),
	deputies: new DynamoDeputies(client, env.REGISTRY_TABLE),
	telemetry: new DynamoTelemetryReader(client, env.TELEMETRY_TABLE, Date.now),
	scores: new DynamoDayScores(client, env.SCORES_TABLE),
	dayChanges: new DynamoDayChanges(client, env.SCORES_TABLE),
	visits: new DynamoVisitCounts(client, env.TELEMETRY_TABLE, env.RETENTION_DAYS),
	tasks: new DynamoTaskStore(client, env.TASKS_TABLE),
	links: new SignedLinks(linkKeys, env.PAGES_URL, Date.now),
	photos: new S3PhotoStore(
		{
			name: env.PHOTO_BUCKET,
			url: bucketUrl(env.PHOTO_BUCKET, env.PHOTO_HOST, env.AWS_ENDPOINT_URL_S3),
			region: env.AWS_REGION,
			credentials: functionCredentials,
		},
		Date.now,
	),
	linkRecords: new DynamoLinkRecords(client, env.TASKS_TABLE),
	quarantine: new DynamoQuarantine(client, env.TELEMETRY_TABLE),
	inspections: new DynamoInspections(client, env.SCORES_TABLE),
	appeals,
	exclusions: appeals,
	duties: new DynamoDuties(client, env.SCORES_TABLE),
	evaluations: new DynamoEvaluations(client, env.SCORES_TABLE),
	monthScores: monthScoresFrom(registry, new DynamoDayScores(client, env.SCORES_TABLE)),
	lateMarks: new DynamoLateMarks(client, env.SCORES_TABLE),
	draftMarks: new DynamoDraftMarks(client, env.SCORES_TABLE),
	rankings,
	rankingStatus: rankingStatusFrom(rankings),
	plans: new DynamoPlans(client, env.SCORES_TABLE),
	doubtReviews: new DynamoDoubtReviews(client, env.SCORES_TABLE),
	sheets: sheetFiles,
	digest: sha256,
	queue: new SqsTelemetryQueue(env.TELEMETRY_QUEUE_URL),
	retentionMs: env.RETENTION_DAYS,
	contacts: new DynamoContacts(client, env.TELEMETRY_TABLE),
	points: new DynamoPointLedger(client, env.TASKS_TABLE),
	tally: new DynamoTally(client, env.TELEMETRY_TABLE),
	voices: new DynamoVoices(client, env.TELEMETRY_TABLE),
	pseudonym: pseudonymWith(env.PRIVACY_KEY),
	now: Date.now,
})

export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
	.use(logged())
	.use(problems())
	.handler(async ({ requestContext, rawPath, headers, queryStringParameters, body, isBase64Encoded }) => {
		const query: Record<string, string> = {}
		for (const [name, value] of Object.entries(queryStringParameters ?? {}))
			if (value !== undefined) query[name] = value
		const text = body !== undefined && isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
		const claimed = viewerOf(requestContext.authorizer?.jwt?.claims, env.OIDC_CLAIMS)
		const isLocal = claimed.role === 'village' || claimed.role === 'head'
		const viewer = isLocal ? placed(claimed, (await registry.current()).courtyards, shanghaiDay(Date.now())) : claimed
		const { method, sourceIp: address } = requestContext.http
		const outcome = await dispatch(routes, { method, path: rawPath, headers, query, body: text, viewer, address })
		return compressed(
			respond(outcome, method === 'GET' ? headers['if-none-match'] : undefined),
			headers['accept-encoding'],
		)
	})
