import { dynamoClient } from '../../../functions/adapters/tables/dynamoClient.ts'
import { DynamoContacts } from '../../../functions/adapters/tables/dynamoContacts.ts'
import { DynamoDayChanges } from '../../../functions/adapters/tables/dynamoDayChanges.ts'
import { DynamoDayScores } from '../../../functions/adapters/tables/dynamoDayScores.ts'
import { DynamoDeputies } from '../../../functions/adapters/tables/dynamoDeputies.ts'
import { DynamoLateMarks } from '../../../functions/adapters/tables/dynamoLateMarks.ts'
import { DynamoOutages } from '../../../functions/adapters/tables/dynamoOutages.ts'
import { DynamoPointLedger } from '../../../functions/adapters/tables/dynamoPointLedger.ts'
import { DynamoProfiles } from '../../../functions/adapters/tables/dynamoProfiles.ts'
import { DynamoQuarantine } from '../../../functions/adapters/tables/dynamoQuarantine.ts'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import { DynamoRepairs } from '../../../functions/adapters/tables/dynamoRepairs.ts'
import { DynamoShelves } from '../../../functions/adapters/tables/dynamoShelves.ts'
import { DynamoTally } from '../../../functions/adapters/tables/dynamoTally.ts'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import { DynamoTelemetryReader } from '../../../functions/adapters/tables/dynamoTelemetryReader.ts'
import { DynamoTelemetryStore } from '../../../functions/adapters/tables/dynamoTelemetryStore.ts'
import { DynamoVillagesNow } from '../../../functions/adapters/tables/dynamoVillagesNow.ts'
import { DynamoVisitCounts } from '../../../functions/adapters/tables/dynamoVisitCounts.ts'
import { DynamoVoices } from '../../../functions/adapters/tables/dynamoVoices.ts'
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
