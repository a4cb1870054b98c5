import type { Construct } from 'constructs'
import type { IotDataEndpoint } from './iotDataEndpoint.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction, type ServiceFunctionProps } from './serviceFunction.ts'
import type { Tables } from './tables.ts'
import { ingestTimeout } from './telemetryQueue.ts'

/** What all functions that take readings need. */
export interface IngestParts {
	readonly operators: Operators
	readonly tables: Tables
	readonly endpoint: IotDataEndpoint
}

/** Parameters of the deployment, which are made once and read by each of them. */
export interface IngestParameters {
	readonly retentionDays: string
	readonly acceptedAgeDays: string
	readonly privacyKey: string
}

/** A function that takes readings, from wherever they wait: the same work, the same rights. */
export const ingestFunction = (
	scope: Construct,
	{ operators, tables, endpoint }: IngestParts,
	{ retentionDays, acceptedAgeDays, privacyKey }: IngestParameters,
	own: Pick<ServiceFunctionProps, 'name' | 'entry' | 'description' | 'alarm'>,
): ServiceFunction => {
	const ingest = new ServiceFunction(scope, 'Service', { ...own, memorySize: 512, timeout: ingestTimeout, operators })
		.uses(tables.telemetry, ['UpdateItem', 'GetItem', 'Query', 'PutItem'])
		.uses(tables.registry, ['Query', 'GetItem'])
		.uses(tables.tasks, ['GetItem', 'PutItem', 'UpdateItem'])
		// Notes days that are to be scored again.
		.uses(tables.scores, ['UpdateItem'])
		.setting('ACCEPTED_AGE_DAYS', acceptedAgeDays)
		.setting('PRIVACY_KEY', privacyKey)
		.setting('RETENTION_DAYS', retentionDays)
	endpoint.publishEventsFrom(ingest)
	return ingest
}
