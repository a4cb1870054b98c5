import { jsonText } from '../../shared/contract/jsonText.ts'
import * as z from '../../shared/contract/zod.ts'
import { rankingStatusFrom } from '../../shared/work/rankingStatusFrom.ts'
import { bucketUrl } from '../adapters/bucketUrl.ts'
import { dynamoClient } from '../adapters/dynamoClient.ts'
import { days, environment } from '../adapters/environment.ts'
import { LinkKeys } from '../adapters/linkKeys.ts'
import { type Asked, loadedOnCall } from '../adapters/loadedOnCall.ts'
import { pseudonymWith } from '../adapters/pseudonym.ts'
import { S3PhotoStore } from '../adapters/s3PhotoStore.ts'
import { functionCredentials } from '../adapters/s3Requests.ts'
import { secretText } from '../adapters/secretText.ts'
import { sha256 } from '../adapters/sha256.ts'
import { sheetFiles } from '../adapters/sheetFiles.ts'
import { SignedLinks } from '../adapters/signedLinks.ts'
import { tables } from '../adapters/tableKeys.ts'
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
			new (await import('../adapters/dynamoRegistry.ts')).DynamoRegistry(client, REGISTRY, now, REGISTRY_CHECK_MS),
	)
	const appeals = on(SCORES, async () => (await import('../adapters/dynamoAppeals.ts')).DynamoAppeals)
	const rankings = on(SCORES, async () => (await import('../adapters/dynamoRankings.ts')).DynamoRankings)
	const scores = on(SCORES, async () => (await import('../adapters/dynamoDayScores.ts')).DynamoDayScores)
	const bucket = {
		name: env.PHOTO_BUCKET,
		url: bucketUrl(env.PHOTO_BUCKET, env.PHOTO_HOST, env.AWS_ENDPOINT_URL_S3),
		region: env.AWS_REGION,
		credentials: functionCredentials,
	}
	const ports: ApiPorts = {
		profiles: on(REGISTRY, async () => (await import('../adapters/dynamoProfiles.ts')).DynamoProfiles),
		registry,
		channels: on(REGISTRY, async () => (await import('../adapters/dynamoChannelBook.ts')).DynamoChannelBook),
		channelStates: on(TASKS, async () => (await import('../adapters/dynamoChannelStates.ts')).DynamoChannelStates),
		channelTester: loadedOnCall(
			async () => new (await import('../adapters/lambdaChannelTester.ts')).LambdaChannelTester(env.NOTIFY_FUNCTION),
		),
		enroller: loadedOnCall(
			async () => new (await import('../adapters/lambdaEnroller.ts')).LambdaEnroller(env.ENROL_FUNCTION),
		),
		outbox: on(TASKS, async () => (await import('../adapters/dynamoOutbox.ts')).DynamoOutbox),
		shelves: on(REGISTRY, async () => (await import('../adapters/dynamoShelves.ts')).DynamoShelves),
		repairs: on(REGISTRY, async () => (await import('../adapters/dynamoRepairs.ts')).DynamoRepairs),
		deputies: on(REGISTRY, async () => (await import('../adapters/dynamoDeputies.ts')).DynamoDeputies),
		telemetry: loadedOnCall(
			async () =>
				new (await import('../adapters/dynamoTelemetryReader.ts')).DynamoTelemetryReader(client, TELEMETRY, now),
		),
		scores,
		dayChanges: on(SCORES, async () => (await import('../adapters/dynamoDayChanges.ts')).DynamoDayChanges),
		villagesNow: on(SCORES, async () => (await import('../adapters/dynamoVillagesNow.ts')).DynamoVillagesNow),
		visits: loadedOnCall(
			async () =>
				new (await import('../adapters/dynamoVisitCounts.ts')).DynamoVisitCounts(client, TELEMETRY, env.RETENTION_DAYS),
		),
		tasks: on(TASKS, async () => (await import('../adapters/dynamoTaskStore.ts')).DynamoTaskStore),
		links: new SignedLinks(new LinkKeys(() => secretText(env.TASK_LINK_KEYS), now), env.PAGES_URL, now),
		photos: new S3PhotoStore(bucket, now),
		linkRecords: on(TASKS, async () => (await import('../adapters/dynamoLinkRecords.ts')).DynamoLinkRecords),
		quarantine: on(TELEMETRY, async () => (await import('../adapters/dynamoQuarantine.ts')).DynamoQuarantine),
		inspections: on(SCORES, async () => (await import('../adapters/dynamoInspections.ts')).DynamoInspections),
		appeals,
		exclusions: appeals,
		duties: on(SCORES, async () => (await import('../adapters/dynamoDuties.ts')).DynamoDuties),
		evaluations: on(SCORES, async () => (await import('../adapters/dynamoEvaluations.ts')).DynamoEvaluations),
		monthScores: loadedOnCall(async () => {
			const { monthScoresFrom } = await import('../../shared/work/monthScoresFrom.ts')
			return monthScoresFrom(registry, scores)
		}),
		lateMarks: on(SCORES, async () => (await import('../adapters/dynamoLateMarks.ts')).DynamoLateMarks),
		draftMarks: on(SCORES, async () => (await import('../adapters/dynamoDraftMarks.ts')).DynamoDraftMarks),
		rankings,
		rankingStatus: rankingStatusFrom(rankings),
		plans: on(SCORES, async () => (await import('../adapters/dynamoPlans.ts')).DynamoPlans),
		doubtReviews: on(SCORES, async () => (await import('../adapters/dynamoDoubtReviews.ts')).DynamoDoubtReviews),
		sheets: sheetFiles,
		digest: sha256,
		queue: loadedOnCall(
			async () => new (await import('../adapters/sqsTelemetryQueue.ts')).SqsTelemetryQueue(env.TELEMETRY_QUEUE_URL),
		),
		retentionMs: env.RETENTION_DAYS,
		contacts: on(TELEMETRY, async () => (await import('../adapters/dynamoContacts.ts')).DynamoContacts),
		points: on(TASKS, async () => (await import('../adapters/dynamoPointLedger.ts')).DynamoPointLedger),
		tally: on(TELEMETRY, async () => (await import('../adapters/dynamoTally.ts')).DynamoTally),
		voices: on(TELEMETRY, async () => (await import('../adapters/dynamoVoices.ts')).DynamoVoices),
		pseudonym: pseudonymWith(env.PRIVACY_KEY),
		now,
	}
	return { ports, claimNames: env.OIDC_CLAIMS }
}
