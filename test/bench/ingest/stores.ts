import { dynamoClient } from '../../../functions/adapters/dynamoClient.ts'
import { DynamoContacts } from '../../../functions/adapters/dynamoContacts.ts'
import { DynamoDayChanges } from '../../../functions/adapters/dynamoDayChanges.ts'
import { DynamoDayScores } from '../../../functions/adapters/dynamoDayScores.ts'
import { DynamoDeputies } from '../../../functions/adapters/dynamoDeputies.ts'
import { DynamoLateMarks } from '../../../functions/adapters/dynamoLateMarks.ts'
import { DynamoOutages } from '../../../functions/adapters/dynamoOutages.ts'
import { DynamoPointLedger } from '../../../functions/adapters/dynamoPointLedger.ts'
import { DynamoProfiles } from '../../../functions/adapters/dynamoProfiles.ts'
import { DynamoQuarantine } from '../../../functions/adapters/dynamoQuarantine.ts'
import { DynamoRegistry } from '../../../functions/adapters/dynamoRegistry.ts'
import { DynamoRepairs } from '../../../functions/adapters/dynamoRepairs.ts'
import { DynamoShelves } from '../../../functions/adapters/dynamoShelves.ts'
import { DynamoTally } from '../../../functions/adapters/dynamoTally.ts'
import { DynamoTaskStore } from '../../../functions/adapters/dynamoTaskStore.ts'
import { DynamoTelemetryReader } from '../../../functions/adapters/dynamoTelemetryReader.ts'
import { DynamoTelemetryStore } from '../../../functions/adapters/dynamoTelemetryStore.ts'
import { DynamoVillagesNow } from '../../../functions/adapters/dynamoVillagesNow.ts'
import { DynamoVisitCounts } from '../../../functions/adapters/dynamoVisitCounts.ts'
import { DynamoVoices } from '../../../functions/adapters/dynamoVoices.ts'
import type { LocalTables } from '../../integration/stores/localTables.ts'

export const retentionMs = 400 * 86_400_000

/** The stores of one Lambda, on a client of its own. */
export type Stores = ReturnType<typeof storesOn>

export function storesOn({ client: { config }, name }: LocalTables, now: () => number) {
	const { endpoint, region, credentials } = config
	const client = dynamoClient({ ...(endpoint ? { endpoint } : {}), region, credentials })
	return {
		client,
		registry: new DynamoRegistry(client, name('registry'), now),
		profiles: new DynamoProfiles(client, name('registry')),
		shelves: new DynamoShelves(client, name('registry')),
		repairs: new DynamoRepairs(client, name('registry')),
		deputies: new DynamoDeputies(client, name('registry')),
		telemetry: new DynamoTelemetryStore(client, name('telemetry')),
		reader: new DynamoTelemetryReader(client, name('telemetry'), now),
		visits: new DynamoVisitCounts(client, name('telemetry'), retentionMs),
		dayChanges: new DynamoDayChanges(client, name('scores')),
		villagesNow: new DynamoVillagesNow(client, name('scores')),
		scores: new DynamoDayScores(client, name('scores')),
		late: new DynamoLateMarks(client, name('scores')),
		tasks: new DynamoTaskStore(client, name('tasks')),
		outages: new DynamoOutages(client, name('tasks')),
		contacts: new DynamoContacts(client, name('telemetry')),
		points: new DynamoPointLedger(client, name('tasks')),
		tally: new DynamoTally(client, name('telemetry')),
		voices: new DynamoVoices(client, name('telemetry')),
		quarantine: new DynamoQuarantine(client, name('telemetry')),
	}
}
