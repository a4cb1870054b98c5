import { jsonText } from '../../shared/contract/text/jsonText.ts'
import * as z from '../../shared/contract/zod.ts'
import { rankingStatusFrom } from '../../shared/work/rankingStatusFrom.ts'
import { sheetFiles } from '../adapters/http/sheetFiles.ts'
import { days, environment } from '../adapters/lambda/environment.ts'
import { type Asked, loadedOnCall } from '../adapters/lambda/loadedOnCall.ts'
import { pseudonymWith } from '../adapters/lambda/pseudonym.ts'
import { secretText } from '../adapters/lambda/secretText.ts'
import { sha256 } from '../adapters/lambda/sha256.ts'
import { LinkKeys } from '../adapters/links/linkKeys.ts'
import { SignedLinks } from '../adapters/links/signedLinks.ts'
import { bucketUrl } from '../adapters/photos/bucketUrl.ts'
import { S3PhotoStore } from '../adapters/photos/s3PhotoStore.ts'
import { functionCredentials } from '../adapters/photos/s3Requests.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import { ClaimNames } from './http/claims.ts'
import type { ApiPorts } from './ports.ts'

/** Whoever has just changed the registry sees it on the next page. */
const REGISTRY_CHECK_MS = 1000

/**
 * Everything that the rooms of the API work on, by the environment; what has methods is loaded with the first call of one.
 * @throws at the cold start, naming what is missing in the environment
 */
export function wiredApi(): { ports: ApiPorts; claimNames: ClaimNames } {
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
	const client = dynamoClient()
	const [REGISTRY, TELEMETRY, TASKS, SCORES] = [
		env.REGISTRY_TABLE,
		env.TELEMETRY_TABLE,
		env.TASKS_TABLE,
		env.SCORES_TABLE,
	]
	const now = Date.now
	type Store<T> = new (client: ReturnType<typeof dynamoClient>, table: string) => T
	const on = <T extends object>(table: string, load: () => Promise<Store<Asked<T>>>): T =>
		loadedOnCall(async () => new (await load())(client, table))
	const registry = loadedOnCall(
		async () =>
			new (await import('../adapters/tables/dynamoRegistry.ts')).DynamoRegistry(
				client,
				REGISTRY,
				now,
				REGISTRY_CHECK_MS,
			),
	)
	const appeals = on(SCORES, async () => (await import('../adapters/tables/dynamoAppeals.ts')).DynamoAppeals)
	const rankings = on(SCORES, async () => (await import('../adapters/tables/dynamoRankings.ts')).DynamoRankings)
	const scores = on(SCORES, async () => (await import('../adapters/tables/dynamoDayScores.ts')).DynamoDayScores)
	const bucket = {
		name: env.PHOTO_BUCKET,
		url: bucketUrl(env.PHOTO_BUCKET, env.PHOTO_HOST, env.AWS_ENDPOINT_URL_S3),
		region: env.AWS_REGION,
		credentials: functionCredentials,
	}
	const ports: ApiPorts = {
		profiles: on(REGISTRY, async () => (await import('../adapters/tables/dynamoProfiles.ts')).DynamoProfiles),
		registry,
		channels: on(REGISTRY, async () => (await import('../adapters/tables/dynamoChannelBook.ts')).DynamoChannelBook),
		channelStates: on(
			TASKS,
			async () => (await import('../adapters/tables/dynamoChannelStates.ts')).DynamoChannelStates,
		),
		channelTester: loadedOnCall(
			async () =>
				new (await import('../adapters/channels/lambdaChannelTester.ts')).LambdaChannelTester(env.NOTIFY_FUNCTION),
		),
		enroller: loadedOnCall(
			async () => new (await import('../adapters/certificates/lambdaEnroller.ts')).LambdaEnroller(env.ENROL_FUNCTION),
		),
		outbox: on(TASKS, async () => (await import('../adapters/tables/dynamoOutbox.ts')).DynamoOutbox),
		shelves: on(REGISTRY, async () => (await import('../adapters/tables/dynamoShelves.ts')).DynamoShelves),
		repairs: on(REGISTRY, async () => (await import('../adapters/tables/dynamoRepairs.ts')).DynamoRepairs),
		deputies: on(REGISTRY, async () => (await import('../adapters/tables/dynamoDeputies.ts')).DynamoDeputies),
		telemetry: loadedOnCall(
			async () =>
				new (await import('../adapters/tables/dynamoTelemetryReader.ts')).DynamoTelemetryReader(client, TELEMETRY, now),
		),
		scores,
		dayChanges: on(SCORES, async () => (await import('../adapters/tables/dynamoDayChanges.ts')).DynamoDayChanges),
		villagesNow: on(SCORES, async () => (await import('../adapters/tables/dynamoVillagesNow.ts')).DynamoVillagesNow),
		visits: loadedOnCall(
			async () =>
				new (await import('../adapters/tables/dynamoVisitCounts.ts')).DynamoVisitCounts(
					client,
					TELEMETRY,
					env.RETENTION_DAYS,
				),
		),
		tasks: on(TASKS, async () => (await import('../adapters/tables/dynamoTaskStore.ts')).DynamoTaskStore),
		links: new SignedLinks(new LinkKeys(() => secretText(env.TASK_LINK_KEYS), now), env.PAGES_URL, now),
		photos: new S3PhotoStore(bucket, now),
		linkRecords: on(TASKS, async () => (await import('../adapters/tables/dynamoLinkRecords.ts')).DynamoLinkRecords),
		quarantine: on(TELEMETRY, async () => (await import('../adapters/tables/dynamoQuarantine.ts')).DynamoQuarantine),
		inspections: on(SCORES, async () => (await import('../adapters/tables/dynamoInspections.ts')).DynamoInspections),
		appeals,
		exclusions: appeals,
		duties: on(SCORES, async () => (await import('../adapters/tables/dynamoDuties.ts')).DynamoDuties),
		evaluations: on(SCORES, async () => (await import('../adapters/tables/dynamoEvaluations.ts')).DynamoEvaluations),
		monthScores: loadedOnCall(async () => {
			const { monthScoresFrom } = await import('../../shared/work/monthScoresFrom.ts')
			return monthScoresFrom(registry, scores)
		}),
		lateMarks: on(SCORES, async () => (await import('../adapters/tables/dynamoLateMarks.ts')).DynamoLateMarks),
		draftMarks: on(SCORES, async () => (await import('../adapters/tables/dynamoDraftMarks.ts')).DynamoDraftMarks),
		rankings,
		rankingStatus: rankingStatusFrom(rankings),
		plans: on(SCORES, async () => (await import('../adapters/tables/dynamoPlans.ts')).DynamoPlans),
		doubtReviews: on(SCORES, async () => (await import('../adapters/tables/dynamoDoubtReviews.ts')).DynamoDoubtReviews),
		sheets: sheetFiles,
		digest: sha256,
		queue: loadedOnCall(
			async () =>
				new (await import('../adapters/queues/sqsTelemetryQueue.ts')).SqsTelemetryQueue(env.TELEMETRY_QUEUE_URL),
		),
		retentionMs: env.RETENTION_DAYS,
		contacts: on(TELEMETRY, async () => (await import('../adapters/tables/dynamoContacts.ts')).DynamoContacts),
		points: on(TASKS, async () => (await import('../adapters/tables/dynamoPointLedger.ts')).DynamoPointLedger),
		tally: on(TELEMETRY, async () => (await import('../adapters/tables/dynamoTally.ts')).DynamoTally),
		voices: on(TELEMETRY, async () => (await import('../adapters/tables/dynamoVoices.ts')).DynamoVoices),
		pseudonym: pseudonymWith(env.PRIVACY_KEY),
		now,
	}
	return { ports, claimNames: env.OIDC_CLAIMS }
}
