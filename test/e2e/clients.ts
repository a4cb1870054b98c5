import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { certificatesOf } from '../../infra/local/provisionDevice.ts'
import { isInstalled, mustRun } from './commandLine.ts'
import type { StartedEdition } from './edition.ts'

/** An MQTT client that knows nothing of this program but its address and the files of a device. */
export type OutsideClient = {
	readonly name: string
	readonly here: boolean
	/** Publishes at QoS 1 under the device's own certificate and name; resolves with the acknowledgement. */
	publish(edition: StartedEdition, device: string, payload: string, topic?: string): Promise<void>
	/** Subscribes at QoS 1; everything heard so far stands in `heard` as `topic payload`. */
	listen(edition: StartedEdition, device: string, filter: string): Promise<Listener>
}
export type Listener = { readonly heard: string[]; end(): Promise<void> }

const mosquittoIsHere = isInstalled('mosquitto_pub', 'Debian: mosquitto-clients')

const connection = ({ running, dataFolder }: StartedEdition, device: string): string[] => {
	const { cert, key, ca } = certificatesOf(dataFolder, device)
	return [
		...['-h', 'localhost', '-p', String(running.mqttPort), '-i', device, '-q', '1'],
		...['--cafile', ca, '--cert', cert, '--key', key],
	]
}

export const mosquitto: OutsideClient = {
	name: 'mosquitto',
	here: mosquittoIsHere,
	publish: async (edition, device, payload, topic = `dt/sanitation/${device}/json`) => {
		await mustRun('mosquitto_pub', [...connection(edition, device), '-t', topic, '-m', payload])
	},
	listen: async (edition, device, filter) => {
		const child = spawn('mosquitto_sub', [...connection(edition, device), '-t', filter, '-v'])
		const heard: string[] = []
		let rest = ''
		child.stdout.on('data', (chunk) => {
			const lines = `${rest}${chunk}`.split('\n')
			rest = lines.pop() ?? ''
			heard.push(...lines)
		})
		return {
			heard,
			end: async () => {
				if (child.exitCode !== null || child.signalCode !== null) return
				child.kill()
				await once(child, 'close')
			},
		}
	},
}

export const mqttJs: OutsideClient = {
	name: 'mqtt.js',
	here: true,
	publish: async (edition, device, payload, topic = `dt/sanitation/${device}/json`) => {
		const client = await connected(edition, device)
		await client.publishAsync(topic, payload, { qos: 1 })
		await client.endAsync()
	},
	listen: async (edition, device, filter) => {
		const client = await connected(edition, device)
		const heard: string[] = []
		client.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))
		await client.subscribeAsync(filter, { qos: 1 })
		return { heard, end: () => client.endAsync() }
	},
}

/** What a client shows instead of the device's own certificate and name. */
type Identity = IClientOptions & { readonly certificate?: { readonly cert: string; readonly key: string } | 'none' }

/** A connection of the device by mqtt.js; rejects when the broker refuses it. */
export const connected = async (
	{ running, dataFolder }: StartedEdition,
	device: string,
	{ certificate, ...changes }: Identity = {},
): Promise<MqttClient> => {
	const { cert, key, ca } = certificatesOf(dataFolder, device)
	const own = certificate === undefined ? { cert: await readFile(cert), key: await readFile(key) } : certificate
	const client = connect(running.mqttUrl, {
		clientId: device,
		ca: await readFile(ca),
		reconnectPeriod: 0,
		connectTimeout: 5000,
		...(own === 'none' ? {} : own),
		...changes,
	})
	await new Promise<void>((resolve, reject) => {
		client.once('connect', () => resolve())
		client.once('error', reject)
		client.once('close', () => reject(new Error('closed before it was connected')))
	})
	// Without a listener an 'error' event would end the process.
	client.on('error', () => {})
	return client
}
