import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import * as z from '../../shared/contract/zod.ts'
import { settleAppeals } from '../../shared/work/settleAppeal.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { log, logged } from '../adapters/lambda/log.ts'
import { onFirstUse } from '../adapters/lambda/onFirstUse.ts'
import { DynamoAppeals } from '../adapters/tables/dynamoAppeals.ts'
import { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoDayChanges } from '../adapters/tables/dynamoDayChanges.ts'
import { DynamoDayScores } from '../adapters/tables/dynamoDayScores.ts'
import { DynamoDraftMarks } from '../adapters/tables/dynamoDraftMarks.ts'
import { DynamoInspections } from '../adapters/tables/dynamoInspections.ts'
import { DynamoLateMarks } from '../adapters/tables/dynamoLateMarks.ts'
import { DynamoRegistry } from '../adapters/tables/dynamoRegistry.ts'
import { DynamoTelemetryStore } from '../adapters/tables/dynamoTelemetryStore.ts'
import { tables } from '../adapters/tables/tableKeys.ts'
import type { RescoreReport } from './rescore.ts'
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
/** Once a night or after a late reading, of a hundred runs a day: the stores of rankings are not loaded for the others. */
const drafts = onFirstUse(async () => {
	const { wiredDrafts } = await import('./wiring.ts')
	const names = { scores: env.SCORES_TABLE, tasks: env.TASKS_TABLE }
	return wiredDrafts({ registry, scores, inspections, appeals }, client, names)
})
const ports = {
	registry,
	telemetry: new DynamoTelemetryStore(client, env.TELEMETRY_TABLE),
	scores,
	late: lateMarks,
	changes: new DynamoDayChanges(client, env.SCORES_TABLE),
	draftMarks,
	settleAppeals: (now: number) => settleAppeals({ appeals, inspections, lateMarks, draftMarks }, now),
	exclusions: appeals,
	drafts: { refresh: async (month: string) => (await drafts()).refresh(month) },
}

/** By the clock it scores what is due; asked to `rescore`, it answers what differed. */
const Event = z.looseObject({ rescore: z.optional(z.unknown()) })

export const handler = middy()
	.use(logged())
	.handler(async (event: unknown, context: Context): Promise<RescoreReport | RollupReport> => {
		const clock = { now: Date.now, remaining: () => context.getRemainingTimeInMillis() }
		const { rescore: asked } = Event.parse(event)
		if (asked !== undefined) {
			const { Rescore, rescore } = await import('./rescore.ts')
			return rescore(ports, Rescore.parse(asked), clock)
		}
		const report = await rollup(ports, clock)
		const { failed, ...counts } = report
		for (const { what, error } of failed) log.error('rollup left something undone', error, { what })
		if (report.villageDays > 0 || report.drafts > 0) log.info('rolled up', counts)
		if (failed.length > 0) throw new Error(`the rollup left ${failed.length} undone; the next one tries again`)
		return report
	})
