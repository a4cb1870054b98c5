import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { accepted } from './constructs/accepted.ts'
import { Api } from './constructs/api.ts'
import { DeviceMessaging } from './constructs/deviceMessaging.ts'
import { Enrolment } from './constructs/enrolment.ts'
import { Ingest } from './constructs/ingest.ts'
import { IngestStream } from './constructs/ingestStream.ts'
import { IotDataEndpoint } from './constructs/iotDataEndpoint.ts'
import { Notify } from './constructs/notify.ts'
import { Observability } from './constructs/observability/observability.ts'
import { Operators } from './constructs/operators.ts'
import { Outputs } from './constructs/outputs.ts'
import { Photos } from './constructs/photos.ts'
import { Provisioning } from './constructs/provisioning.ts'
import { Rollup } from './constructs/rollup.ts'
import { Sweep } from './constructs/sweep.ts'
import { Tables } from './constructs/tables.ts'
import { TaskLinks } from './constructs/taskLinks.ts'
import { TelemetryQueue } from './constructs/telemetryQueue.ts'
import { TelemetryStream } from './constructs/telemetryStream.ts'
import type { Stage } from './stages/stage.ts'
import { stageIs } from './stages/stageOf.ts'

/**
 * Everything that runs. A room is a construct in `constructs/`; this file is the table of contents.
 */
export class GreenCourtyard extends Stack {
	constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
		super(scope, id, { description: 'Green Courtyard 绿色院落: toilets, garbage and sewage of a township', ...props })

		stageIs(this, stage)
		for (const [name, value] of Object.entries({ application: 'green-courtyard', ...stage.tags }))
			Tags.of(this).add(name, value)
		accepted(this, 'Serverless-LambdaTracing', 'China has no X-Ray; the logs carry message, device and task instead.')

		const operators = new Operators(this, 'Operators')
		const tables = new Tables(this, 'Tables')
		const telemetry = new TelemetryQueue(this, 'Telemetry', { operators })
		const { intake } = stage
		const stream =
			intake.by === 'stream'
				? new TelemetryStream(this, 'TelemetryStream', { operators, shards: intake.shards })
				: undefined
		const messaging = new DeviceMessaging(this, 'Devices', {
			...{ operators, telemetryQueue: telemetry.queue, telemetryStream: stream?.stream },
		})
		const provisioning = new Provisioning(this, 'Provisioning', {
			operators,
			tables,
			devicePolicy: messaging.devicePolicy,
		})
		const endpoint = new IotDataEndpoint(this, 'IotDataEndpoint')
		const taskLinks = new TaskLinks(this, 'TaskLinks')
		const photos = new Photos(this, 'Photos', { site: taskLinks.pagesUrl })

		const ingest = new Ingest(this, 'Ingest', { operators, tables, telemetry, endpoint })
		const { retentionDays, privacyKey } = ingest
		const streamed =
			stream &&
			new IngestStream(this, 'IngestStream', { operators, tables, telemetry, endpoint, stream, parameters: ingest })
		const sweep = new Sweep(this, 'Sweep', { operators, tables, telemetry, endpoint, stream, streamed })
		const notify = new Notify(this, 'Notify', { operators, tables, endpoint, taskLinks })
		const enrolment = new Enrolment(this, 'Enrolment', { operators, endpoint, policies: messaging })
		const rollup = new Rollup(this, 'Rollup', { operators, tables })
		const access = { operators, tables, taskLinks }
		const api = new Api(this, 'Api', {
			...access,
			...{ telemetry, photos, notify, enrolment, retentionDays, privacyKey },
		})

		new Observability(this, 'Observability', {
			...{ operators, tables, telemetry, messaging, http: api.http, api: api.service, pages: api.pages.service },
			...{ ingest: streamed?.service ?? ingest.service, retries: streamed && ingest.service, stream, streamed },
			...{ sweep: sweep.service, notify: notify.service, rollup: rollup.service },
			...{ provision: provisioning.service, enrol: enrolment.service },
		})
		new Outputs(this, { api, messaging, photos, provisioning, tables, telemetry, stream })
	}
}
