import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { DeviceMessaging } from '../deviceMessaging.ts'
import type { IngestStream } from '../ingestStream.ts'
import type { Operators } from '../operators.ts'
import type { ServiceFunction } from '../serviceFunction.ts'
import type { Tables } from '../tables.ts'
import type { TelemetryQueue } from '../telemetryQueue.ts'
import type { TelemetryStream } from '../telemetryStream.ts'

/** The parts of the service that are watched. */
export interface Parts {
	readonly operators: Operators
	readonly tables: Tables
	readonly telemetry: TelemetryQueue
	readonly messaging: DeviceMessaging
	readonly http: HttpApi
	/** Takes what devices send: from the stream, where there is one, else from the queue. */
	readonly ingest: ServiceFunction
	/** Beside a stream: what takes from the queue what failed in the stream, and what staff replay. */
	readonly retries: ServiceFunction | undefined
	readonly stream: TelemetryStream | undefined
	readonly streamed: IngestStream | undefined
	readonly sweep: ServiceFunction
	readonly notify: ServiceFunction
	readonly rollup: ServiceFunction
	readonly api: ServiceFunction
	readonly pages: ServiceFunction
	readonly provision: ServiceFunction
	readonly enrol: ServiceFunction
}

export const functionsOf = ({
	ingest,
	retries,
	sweep,
	notify,
	rollup,
	api,
	pages,
	provision,
	enrol,
}: Parts): readonly ServiceFunction[] => [
	ingest,
	...(retries ? [retries] : []),
	...[sweep, notify, rollup, api, pages, provision, enrol],
]
