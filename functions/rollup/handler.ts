import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import * as z from '../../shared/contract/zod.ts'
import { draftRankings } from '../../shared/work/draftRanking.ts'
import { settleAppeals } from '../../shared/work/settleAppeal.ts'
import { DynamoAppeals } from '../adapters/dynamoAppeals.ts'
import { dynamoClient } from '../adapters/dynamoClient.ts'
import { DynamoDayChanges } from '../adapters/dynamoDayChanges.ts'
import { DynamoDayScores } from '../adapters/dynamoDayScores.ts'
import { DynamoDoubtReviews } from '../adapters/dynamoDoubtReviews.ts'
import { DynamoDraftMarks } from '../adapters/dynamoDraftMarks.ts'
import { DynamoInspections } from '../adapters/dynamoInspections.ts'
import { DynamoLateMarks } from '../adapters/dynamoLateMarks.ts'
import { DynamoRankings } from '../adapters/dynamoRankings.ts'
import { DynamoRegistry } from '../adapters/dynamoRegistry.ts'
import { DynamoTaskStore } from '../adapters/dynamoTaskStore.ts'
import { DynamoTelemetryStore } from '../adapters/dynamoTelemetryStore.ts'
import { environment } from '../adapters/environment.ts'
import { log, logged } from '../adapters/log.ts'
import { sha256 } from '../adapters/sha256.ts'
import { tables } from '../adapters/tableKeys.ts'
import { Rescore, type RescoreReport, rescore } from './rescore.ts'
import { type RollupReport, rollup } from './rollup.ts'

const env = environment({
	[tables.registry.env]: z.string(),
	[tables.telemetry.env]: z.string(),
	[tables.scores.env]: z.string(),
	[tables.tasks.env]: z.string(),
})
const client = dynamoClient()
const appeals = new DynamoAppeals(client, env.SCORES_TABLE)
const inspections = new DynamoInspections(client, env.SCORES_TABLE)
const lateMarks = new DynamoLateMarks(client, env.SCORES_TABLE)
const draftMarks = new DynamoDraftMarks(client, env.SCORES_TABLE)
const registry = new DynamoRegistry(client, env.REGISTRY_TABLE, Date.now)
const scores = new DynamoDayScores(client, env.SCORES_TABLE)
const ports = {
	registry,
	telemetry: new DynamoTelemetryStore(client, env.TELEMETRY_TABLE),
	scores,
	late: lateMarks,
	changes: new DynamoDayChanges(client, env.SCORES_TABLE),
	draftMarks,
	settleAppeals: (now: number) => settleAppeals({ appeals, inspections, lateMarks, draftMarks }, now),
	exclusions: appeals,
	drafts: draftRankings({
		registry,
		scores,
		inspections,
		tasks: new DynamoTaskStore(client, env.TASKS_TABLE),
		appeals,
		doubtReviews: new DynamoDoubtReviews(client, env.SCORES_TABLE),
		rankings: new DynamoRankings(client, env.SCORES_TABLE),
		digest: sha256,
		now: Date.now,
	}),
}

/** By the clock it scores what is due; asked to `rescore`, it answers what differed. */
const Event = z.looseObject({ rescore: z.optional(Rescore) })

export const handler = middy()
	.use(logged())
	.handler(async (event: unknown, context: Context): Promise<RescoreReport | RollupReport> => {
		const clock = { now: Date.now, remaining: () => context.getRemainingTimeInMillis() }
		const { rescore: asked } = Event.parse(event)
		if (asked) return rescore(ports, asked, clock)
		const report = await rollup(ports, clock)
		const { failed, ...counts } = report
		for (const { what, error } of failed) log.error('rollup left something undone', error, { what })
		if (report.villageDays > 0 || report.drafts > 0) log.info('rolled up', counts)
		if (failed.length > 0) throw new Error(`the rollup left ${failed.length} undone; the next one tries again`)
		return report
	})
