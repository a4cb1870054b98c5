import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { DeviceMessaging } from '../deviceMessaging.ts'
import type { Operators } from '../operators.ts'
import type { ServiceFunction } from '../serviceFunction.ts'
import type { Tables } from '../tables.ts'
import type { TelemetryQueue } from '../telemetryQueue.ts'

/** The parts of the service that are watched. */
export interface Parts {
	readonly operators: Operators
	readonly tables: Tables
	readonly telemetry: TelemetryQueue
	readonly messaging: DeviceMessaging
	readonly http: HttpApi
	readonly ingest: ServiceFunction
	readonly sweep: ServiceFunction
	readonly notify: ServiceFunction
	readonly rollup: ServiceFunction
	readonly api: ServiceFunction
	readonly pages: ServiceFunction
	readonly provision: ServiceFunction
}

export const functionsOf = ({
	ingest,
	sweep,
	notify,
	rollup,
	api,
	pages,
	provision,
}: Parts): readonly ServiceFunction[] => [ingest, sweep, notify, rollup, api, pages, provision]
