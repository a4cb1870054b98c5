import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import { type Facts, valuesText } from '../reference/facts.ts'
import { scanTable } from '../scanTable.ts'

const values = z.record(z.string(), z.number())
const Reading = z.object({ device: z.string(), hour: z.string(), values })
const Config = z.object({ sk: z.string(), latest: z._default(values, {}) })
const Score = z.object({ courtyard: z.string(), score: z.string() })
const Task = z.object({ task: z.string() })

export type KeptFacts = Pick<Facts, 'readings' | 'latest' | 'scores' | 'tasks'>

/** What the pattern's tables say, in the words of the reference answer. A task is only there or not: nothing closes it. */
export async function keptFacts(
	client: DynamoDBClient,
	name: (table: 'registry' | 'telemetry' | 'scores' | 'tasks') => string,
): Promise<KeptFacts> {
	const all = async <T extends z.ZodMiniType>(table: Parameters<typeof name>[0], schema: T): Promise<z.infer<T>[]> =>
		(await scanTable(client, name(table))).map((item) => schema.parse(unmarshall(item)))
	const readings = await all('telemetry', Reading)
	return {
		readings: new Map(readings.map((reading) => [`${reading.device} ${reading.hour}`, valuesText(reading.values)])),
		latest: new Map((await all('registry', Config)).map(({ sk, latest }) => [sk, valuesText(latest)])),
		scores: new Map((await all('scores', Score)).map(({ courtyard, score }) => [courtyard, score])),
		tasks: new Map((await all('tasks', Task)).map(({ task }) => [task, 'there'])),
	}
}
