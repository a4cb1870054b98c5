import { type IClientOptions, connect as mqttConnect } from 'mqtt'
import { backOff } from './backOff.ts'
import { publishWindow } from './publishWindow.ts'
import { type PayloadFormat, telemetryTopic } from './topics.ts'

export type DeviceOptions = {
	/** `mqtts://host:port`. On port 443 the ALPN name of AWS IoT Core is asked for. */
	url: string
	/** The thing's name; the certificate is issued for it. */
	clientId: string
	/** PEM: the client certificate, its key, and the CA that signed the broker's certificate. */
	cert: string | Buffer
	key: string | Buffer
	ca: string | Buffer
	/** Messages under way at once, 1-100. Default 20. */
	window?: number
	/** Name of the topic rule to publish to by Basic Ingest. */
	rule?: string
	/** Time until the first connection stands, ms. Default 30 s. */
	connectTimeoutMs?: number
	/** Told when the connection is lost or refused after it stood once; the client goes on trying. */
	onTrouble?: (reason: string) => void
	/** First and longest wait before connecting again, ms. */
	reconnect?: { baseMs: number; maxMs: number }
	/** In [0, 1); for tests. */
	random?: () => number
}

export type DeviceClient = {
	readonly clientId: string
	readonly connected: boolean
	/** Messages sent and not yet acknowledged. */
	readonly inFlight: number
	/**
	 * Sends a payload to `dt/sanitation/{thing}/{format}` at QoS 1; resolves at PUBACK, over any number of
	 * reconnections. Waits for a place in the window first; ask `room` before making the next payload to keep few in
	 * memory. Rejects only when the client is ended before the acknowledgement.
	 */
	publish(payload: string | Buffer, format?: PayloadFormat): Promise<void>
	/** The same to any topic, past the window: for the few messages that are no readings. */
	send(topic: string, payload: string | Buffer): Promise<void>
	/** Resolves as soon as `publish` would send at once. */
	room(): Promise<void>
	/**
	 * Subscribes at QoS 1, also on later connections; rejects when the broker refuses. `onMessage` hears whatever this
	 * client hears, so it looks at the topic.
	 */
	subscribe(filters: string | readonly string[], onMessage: (topic: string, payload: Buffer) => void): Promise<void>
	/** Told of every connection after the first. */
	onReconnect(listener: () => void): void
	/** Waits up to `graceMs` (default 5 s) for outstanding acknowledgements, then disconnects. */
	end(graceMs?: number): Promise<void>
}

const provenAfterMs = 15_000

const connection = (options: DeviceOptions): IClientOptions => ({
	clientId: options.clientId,
	cert: options.cert,
	key: options.key,
	ca: options.ca,
	rejectUnauthorized: true,
	clean: true,
	keepalive: 60,
	connectTimeout: options.connectTimeoutMs ?? 30_000,
	...(new URL(options.url).port === '443' ? { ALPNProtocols: ['x-amzn-mqtt-ca'] } : {}),
})

/**
 * Connects a thing to the broker over mutual TLS. Rejects when the first connection does not come about (unknown CA,
 * refused certificate, nothing listening, time-out); later losses are repaired by reconnecting with back-off and
 * jitter, and what was not acknowledged is sent again: at least once, never lost while the process lives.
 */
export const connectDevice = async (options: DeviceOptions): Promise<DeviceClient> => {
	const { clientId, random = Math.random, onTrouble = () => {} } = options
	const wait = (attempt: number) =>
		backOff(attempt, random(), options.reconnect?.baseMs ?? 1000, options.reconnect?.maxMs ?? 60_000)
	const client = mqttConnect(options.url, { ...connection(options), reconnectPeriod: wait(0) })

	let stood = false
	// Without a listener an 'error' event would end the process.
	client.on('error', (error) => {
		if (stood) onTrouble(error.message || String(error))
	})
	await new Promise<void>((resolve, reject) => {
		const fail = (error: Error) => {
			client.end(true)
			reject(new Error(`${clientId} cannot connect to ${options.url}: ${error.message || String(error)}`))
		}
		const closed = () => fail(new Error('the broker closed the connection (certificate or policy?)'))
		client.once('error', fail)
		client.once('close', closed)
		client.once('connect', () => {
			client.off('error', fail)
			client.off('close', closed)
			stood = true
			resolve()
		})
	})

	let attempt = 0
	let ended = false
	// mqtt.js reads the period at each close; the next wait is put there beforehand.
	client.on('reconnect', () => {
		attempt++
		client.options.reconnectPeriod = wait(attempt)
	})
	const healthy = () => {
		if (attempt === 0) return
		attempt = 0
		client.options.reconnectPeriod = wait(0)
	}
	// Only an acknowledgement or some time proves the link: a refused publish also connects well, again and again.
	let proof: NodeJS.Timeout | undefined
	client.on('connect', () => {
		proof = setTimeout(healthy, provenAfterMs)
	})
	client.on('close', () => {
		clearTimeout(proof)
		if (!ended) onTrouble('connection lost')
	})

	const window = publishWindow(options.window ?? 20)
	const pending = new Set<(reason: Error) => void>()
	const send = (topic: string, payload: string | Buffer) =>
		new Promise<void>((resolve, reject) => {
			pending.add(reject)
			const settle = (error?: Error | null) => {
				// mqtt.js gives back, with this message, what was published while it resent older messages on a connection
				// that closed again. It was not sent, so it is handed over once more.
				if (error?.message === 'Connection closed' && !ended) return void setImmediate(hand)
				pending.delete(reject)
				if (error) return reject(error)
				healthy()
				resolve()
			}
			const hand = () => client.publish(topic, payload, { qos: 1 }, settle)
			hand()
		})

	return {
		clientId,
		get connected() {
			return client.connected
		},
		get inFlight() {
			return window.taken
		},
		async publish(payload, format = 'json') {
			await window.enter()
			try {
				await send(telemetryTopic(clientId, format, options.rule), payload)
			} finally {
				window.leave()
			}
		},
		room: () => window.room(),
		send,
		async subscribe(filters, onMessage) {
			client.on('message', onMessage)
			const granted = await client.subscribeAsync([filters].flat(), { qos: 1 })
			const refused = granted.filter(({ qos }) => qos === 128).map(({ topic }) => topic)
			if (refused.length > 0) throw new Error(`${clientId} may not subscribe to ${refused.join(', ')}`)
		},
		onReconnect(listener) {
			client.on('connect', listener)
		},
		async end(graceMs = 5000) {
			let timer: NodeJS.Timeout | undefined
			const grace = new Promise<void>((resolve) => {
				timer = setTimeout(resolve, graceMs)
			})
			if (client.connected) await Promise.race([window.empty(), grace])
			clearTimeout(timer)
			ended = true
			const reason = new Error(`${clientId} ended before the acknowledgement`)
			window.close(reason)
			for (const reject of pending) reject(reason)
			await client.endAsync(window.taken > 0)
		},
	}
}
