import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { type Broker, type BrokerOptions, startBroker } from '../../../infra/local/iot/broker.ts'
import {
	type CertificateAuthority,
	type DeviceCertificate,
	openCertificateAuthority,
} from '../../../infra/local/iot/certificateAuthority.ts'
import type { MqttService } from '../../../infra/local/iot/mqttService.ts'
import { openThingRegistry, type ThingRegistry } from '../../../infra/local/iot/thingRegistry.ts'
import type { DeliveryContext, RuleDefinition } from '../../../infra/local/iot/topicRules.ts'
import { claimPolicy, devicePolicy, displayPolicy } from '../../unit/local-iot/policies.ts'

export const queue = {
	Sqs: { QueueUrl: 'http://127.0.0.1/telemetry', RoleArn: 'arn:aws:iam::1:role/r', UseBase64: false },
}
export const errors = {
	Sqs: { QueueUrl: 'http://127.0.0.1/errors', RoleArn: 'arn:aws:iam::1:role/r', UseBase64: false },
}

export const telemetryRule: RuleDefinition = {
	ruleName: 'sanitation_telemetry',
	sql: "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAt FROM 'dt/sanitation/+/+'",
	awsIotSqlVersion: '2016-03-23',
	ruleDisabled: false,
	actions: [queue],
	errorAction: errors,
}

/** What a client needs to connect. */
export type HeldCertificate = Pick<DeviceCertificate, 'certificatePem' | 'privateKeyPem' | 'caPem'>

export type Delivered = { action: unknown; body: unknown; context: DeliveryContext }

export type TestBroker = {
	readonly broker: Broker
	readonly dataDir: string
	readonly authority: CertificateAuthority
	readonly things: ThingRegistry
	readonly delivered: Delivered[]
	readonly log: string[]
	add(
		name: string,
		policy?: 'DevicePolicy' | 'DisplayPolicy',
		attributes?: Record<string, string>,
	): Promise<DeviceCertificate>
	connect(
		name: string,
		certificate: HeldCertificate,
		options?: IClientOptions,
		onMessage?: (message: string) => void,
	): Promise<MqttClient>
	/** Ends clients and broker, and removes the folder. */
	end(): Promise<void>
}

/** A broker on a free port with a folder of its own; `onDeliver` may delay or fail a delivery, `answering` makes services. */
export const startTestBroker = async (
	changes: Partial<BrokerOptions> & {
		onDeliver?: (delivery: Delivered) => Promise<void>
		answering?: (dataDir: string, log: (line: string) => void) => Promise<MqttService[]>
	} = {},
): Promise<TestBroker> => {
	const dataDir = await mkdtemp(join(tmpdir(), 'local-iot-'))
	const delivered: Delivered[] = []
	const log: string[] = []
	const clients: MqttClient[] = []
	const { onDeliver, answering, ...options } = changes
	const services = (await answering?.(dataDir, (line) => log.push(line))) ?? []
	const broker = await startBroker({
		dataDir,
		port: 0,
		region: 'us-east-1',
		partition: 'aws',
		account: '123456789012',
		policies: { DevicePolicy: devicePolicy, DisplayPolicy: displayPolicy, ClaimPolicy: claimPolicy },
		rules: [telemetryRule],
		deliver: async (action, body, context) => {
			const delivery = { action, body: typeof body === 'string' ? JSON.parse(body) : body, context }
			await onDeliver?.(delivery)
			delivered.push(delivery)
		},
		log: (line) => log.push(line),
		services,
		...options,
	}).catch(async (fault: unknown) => {
		await rm(dataDir, { recursive: true })
		throw fault
	})
	// As the command that adds a device does it: through files alone, in another process.
	const authority = await openCertificateAuthority(dataDir)
	const things = await openThingRegistry(dataDir)
	return {
		broker,
		dataDir,
		authority,
		things,
		delivered,
		log,
		add: async (name, policy = 'DevicePolicy', attributes = {}) => {
			const issued = await authority.issueDeviceCertificate(name)
			const certificates = [{ id: issued.certificateId, status: 'ACTIVE' as const }]
			await things.put({ name, attributes, certificates, policies: [policy] })
			return issued
		},
		connect: async (name, { certificatePem, privateKeyPem, caPem }, more = {}, onMessage) => {
			const client = connect(broker.url, {
				clientId: name,
				cert: certificatePem,
				key: privateKeyPem,
				ca: caPem,
				reconnectPeriod: 0,
				connectTimeout: 5_000,
				...more,
			})
			if (onMessage) client.on('message', (topic, payload) => onMessage(`${topic} ${payload}`))
			await new Promise<void>((resolve, reject) => {
				client.once('connect', () => resolve())
				client.once('error', reject)
				client.once('close', () => reject(new Error('closed before it was connected')))
			})
			client.on('error', () => {})
			clients.push(client)
			return client
		},
		end: async () => {
			await Promise.all(clients.map((client) => client.endAsync(true)))
			await broker.close()
			await rm(dataDir, { recursive: true })
		},
	}
}

/** Waits for a condition; fails after `ms`. */
export const until = async (holds: () => boolean, ms = 5_000): Promise<void> => {
	const end = Date.now() + ms
	while (!holds()) {
		if (Date.now() > end) throw new Error('the condition did not come true in time')
		await new Promise((resolve) => setTimeout(resolve, 10))
	}
}

/** Settles after `ms`: for showing that something does not happen. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
