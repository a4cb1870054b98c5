import { CfnOutput, type Stack } from 'aws-cdk-lib'
import type { Api } from './api.ts'
import type { DeviceMessaging } from './deviceMessaging.ts'
import type { Photos } from './photos.ts'
import type { Provisioning } from './provisioning.ts'
import type { Tables } from './tables.ts'
import type { TelemetryQueue } from './telemetryQueue.ts'
import type { TelemetryStream } from './telemetryStream.ts'

export interface OutputsProps {
	readonly api: Api
	readonly messaging: DeviceMessaging
	readonly photos: Photos
	readonly provisioning: Provisioning
	readonly tables: Tables
	readonly telemetry: TelemetryQueue
	readonly stream: TelemetryStream | undefined
}

/** What people and tools need to know after a deployment; the local edition reads the same names. */
export class Outputs {
	constructor(stack: Stack, { api, messaging, photos, provisioning, tables, telemetry, stream }: OutputsProps) {
		const values: Record<string, string> = {
			ApiUrl: api.http.apiEndpoint,
			RuleName: messaging.rule.ref,
			DevicePolicyName: messaging.devicePolicy.ref,
			DisplayPolicyName: messaging.displayPolicy.ref,
			ClaimPolicyName: provisioning.claimPolicy.ref,
			ProvisioningTemplateName: provisioning.template.ref,
			TelemetryQueueUrl: telemetry.queue.queueUrl,
			DeadLetterQueueUrl: telemetry.deadLetterQueue.queueUrl,
			RuleErrorsQueueUrl: messaging.errors.queueUrl,
			RegistryTable: tables.registry.table.tableName,
			TelemetryTable: tables.telemetry.table.tableName,
			ScoresTable: tables.scores.table.tableName,
			TasksTable: tables.tasks.table.tableName,
			PhotoBucket: photos.bucket.bucketName,
			...(stream && { TelemetryStreamName: stream.stream.streamName, UndoneBatchesQueueUrl: stream.undone.queueUrl }),
		}
		for (const [name, value] of Object.entries(values)) new CfnOutput(stack, name, { value })
	}
}
