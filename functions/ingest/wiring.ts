import { decoders } from '../../devices/codecs/decoders.ts'
import * as z from '../../shared/contract/zod.ts'
import { IotAlertPublisher } from '../adapters/channels/iotAlertPublisher.ts'
import { EmfMeter } from '../adapters/lambda/emfMeter.ts'
import { days, environment } from '../adapters/lambda/environment.ts'
import { log } from '../adapters/lambda/log.ts'
import { pseudonymWith } from '../adapters/lambda/pseudonym.ts'
import { taskLine } from '../adapters/lambda/taskLine.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoLateMarks } from '../adapters/tables/dynamoLateMarks.ts'
import { DynamoQuarantine } from '../adapters/tables/dynamoQuarantine.ts'
import { DynamoRegistry } from '../adapters/tables/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/tables/dynamoTaskStore.ts'
import { DynamoTelemetryStore } from '../adapters/tables/dynamoTelemetryStore.ts'
import { DynamoVisitCounts } from '../adapters/tables/dynamoVisitCounts.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import { batchFigures } from './batchFigures.ts'
import { type BatchReport, ingestBatch } from './ingestBatch.ts'
import type { QueueRecord } from './openMessage.ts'

/** Refused messages named in the log of one batch; the quarantine has them all. */
const MOST_REFUSED = 20

/**
 * What the handlers of the queue and of the stream have in common: the use case on the stores of the environment, with
 * its figures and its log. @throws at the cold start, naming what is missing in the environment
 */
export function wiredIngest(): (records: readonly QueueRecord[], remaining: () => number) => Promise<BatchReport> {
	const env = environment({
		[tables.registry.env]: z.string(),
		[tables.telemetry.env]: z.string(),
		[tables.tasks.env]: z.string(),
		[tables.scores.env]: z.string(),
		IOT_DATA_ENDPOINT: z.string(),
		ACCEPTED_AGE_DAYS: days,
		RETENTION_DAYS: days,
		PRIVACY_KEY: z.string().check(z.minLength(16)),
		AWS_LAMBDA_FUNCTION_NAME: z.string(),
	})
	const client = dynamoClient()
	const ports = {
		registry: new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now),
		telemetry: new DynamoTelemetryStore(client, env.TELEMETRY_TABLE),
		quarantine: new DynamoQuarantine(client, env.TELEMETRY_TABLE),
		visits: new DynamoVisitCounts(client, env.TELEMETRY_TABLE, env.RETENTION_DAYS),
		tasks: new DynamoTaskStore(client, env.TASKS_TABLE),
		late: new DynamoLateMarks(client, env.SCORES_TABLE),
		alerts: new IotAlertPublisher(env.IOT_DATA_ENDPOINT),
	}
	const settings = {
		acceptedAgeMs: env.ACCEPTED_AGE_DAYS,
		retentionMs: env.RETENTION_DAYS,
		pseudonym: pseudonymWith(env.PRIVACY_KEY),
		concurrency: 16,
	}
	const meter = new EmfMeter(env.AWS_LAMBDA_FUNCTION_NAME, Date.now)
	return async (records, remaining) => {
		const report = await ingestBatch(records, decoders, ports, settings, Date.now, remaining)
		meter.record(batchFigures(report))
		const { failed, left, refused, tasks, quarantined } = report
		for (const { messageId, error } of failed) log.error('message not ingested', error, { messageId })
		if (left.length > 0) log.warn('time was short: messages come again', { messages: left.length })
		if (refused.length > 0) log.warn('messages quarantined', { quarantined, refused: refused.slice(0, MOST_REFUSED) })
		for (const task of tasks) log.info('task', taskLine(task))
		return report
	}
}
