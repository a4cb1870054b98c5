import type { EventEmitter } from 'node:events'
import { Aedes, type Client, type PublishPacket } from 'aedes'
import { createAuthorizer } from './authorizer.ts'
import { openCertificateAuthority } from './certificateAuthority.ts'
import { retireReplaced, statusNow } from './certificateChanges.ts'
import { type Connection, identify, type Principal } from './connection.ts'
import { guardPacketSize } from './frameGuard.ts'
import { compilePolicy } from './iotPolicy.ts'
import { openLooseCertificates } from './looseCertificates.ts'
import type { MqttService, ServiceReply } from './mqttService.ts'
import { sendReplies, tellSubscribers } from './serviceReplies.ts'
import { openThingRegistry } from './thingRegistry.ts'
import { createTlsServer, listen } from './tlsListener.ts'
import { isBasicIngest, unpublishable } from './topicName.ts'
import { createRules, type Deliver, type RuleDefinition } from './topicRules.ts'
import { UnacceptableMessage } from './unacceptableMessage.ts'

/**
 * AWS IoT takes 128 KB. Here more passes, so that a payload that is too large reaches quarantine, where a person reads
 * why, instead of a device that is cut off and sends it again for ever.
 */
export const defaultMaxPayloadBytes = 1_048_576

export type BrokerOptions = {
	readonly dataDir: string
	/** 0 takes a free port. */
	readonly port: number
	readonly host?: string
	readonly region: string
	readonly partition: string
	readonly account: string
	/** The documents of the template's AWS::IoT::Policy resources, resolved, by the name that things know them by. */
	readonly policies: Readonly<Record<string, unknown>>
	readonly rules: readonly RuleDefinition[]
	readonly deliver: Deliver
	/** What answers on topics that begin with `$aws/`. */
	readonly services?: readonly MqttService[]
	readonly log?: (line: string) => void
	/** A further condition for a connection that certificate and policies allow. */
	readonly allowPrincipal?: (principal: Principal) => boolean | Promise<boolean>
	readonly maxPayloadBytes?: number
	/** Milliseconds since 1970. */
	readonly now?: () => number
}

export type Broker = {
	readonly port: number
	readonly url: string
	/**
	 * Publishes as AWS's own services do (data plane): rules run, subscribers hear it.
	 * @throws UnacceptableMessage for a topic or size that cannot be; another fault when a rule failed.
	 */
	publish(topic: string, payload: Buffer, options?: { qos?: 0 | 1; retain?: boolean }): Promise<void>
	/** Tells all that have subscribed what a service has to say: replies to `subscribers`. */
	tell(replies: readonly ServiceReply[]): Promise<void>
	/** Ids of the clients that are connected. */
	connectedClients(): string[]
	/** Ends a client's connection; false where there is none. */
	disconnect(clientId: string): boolean
	/** Ends every connection and waits for the rules under way. */
	close(): Promise<void>
}

/**
 * The local counterpart of AWS IoT Core's message broker.
 *
 * Retained messages, subscriptions and messages for offline persistent sessions live in this process's memory: clients
 * subscribe again after a restart, and what matters is in the rules' queue before it is acknowledged.
 * @throws StartError for a policy or rule that cannot be evaluated, a taken port, an unusable data folder.
 */
export const startBroker = async (options: BrokerOptions): Promise<Broker> => {
	const { dataDir, host = '127.0.0.1', maxPayloadBytes = defaultMaxPayloadBytes } = options
	const log = options.log ?? (() => {})
	const now = options.now ?? Date.now
	const policies = new Map(
		Object.entries(options.policies).map(([name, document]) => [name, compilePolicy(name, document)]),
	)
	const rules = createRules(options.rules, options.deliver, log)
	const authority = await openCertificateAuthority(dataDir)
	const things = await openThingRegistry(dataDir)
	const looseCertificates = openLooseCertificates(dataDir)
	const arnPrefix = `arn:${options.partition}:iot:${options.region}:${options.account}:`

	const connections = new WeakMap<Client, Connection>()
	const clients = new Map<string, Client>()
	const underWay = new Set<Promise<void>>()

	const connect = async (client: Client): Promise<boolean> => {
		const found = await identify(client.conn, client.id, { things, looseCertificates, policies, arnPrefix })
		const connection = 'refusal' in found ? undefined : found
		const refusal =
			'refusal' in found
				? found.refusal
				: (await options.allowPrincipal?.(found)) === false
					? 'not admitted'
					: undefined
		if (!connection || refusal !== undefined) {
			log(`${JSON.stringify(client.id)} may not connect: ${refusal}`)
			return false
		}
		connections.set(client, connection)
		return true
	}

	/** Cuts a client off whose certificate is no longer active. AWS IoT does so within minutes, here it is at once. */
	const recheck = async (client: Client): Promise<void> => {
		const connection = connections.get(client)
		const status = connection && (await statusNow(things, connection))
		if (status === undefined || status === 'ACTIVE') return
		log(`${JSON.stringify(client.id)} is cut off: its certificate is ${status}`)
		client.close()
	}

	const track = (work: Promise<void>): void => {
		const settled = work.catch((fault: unknown) => log(`the broker: ${String(fault)}`))
		underWay.add(settled)
		settled.finally(() => underWay.delete(settled))
	}

	const aedes: Aedes = await Aedes.createBroker({
		maxClientsIdLength: 128,
		// A client that does not read must not hold up the others' messages for longer.
		drainTimeout: 10_000,
		authenticate: (client, _username, _password, done) => {
			connect(client).then(
				(allowed) => done(null, allowed),
				(fault: unknown) => {
					log(`${JSON.stringify(client.id)} may not connect: ${String(fault)}`)
					done(Object.assign(new Error('the registry cannot be read'), { returnCode: 3 }), false)
				},
			)
		},
		...createAuthorizer({
			connectionOf: (client) => (client ? connections.get(client) : undefined),
			rules,
			services: options.services ?? [],
			sendReplies: (client, replies) => sendReplies(aedes, client, replies),
			maxPayloadBytes,
			now,
			log,
			track,
		}),
	})
	// The library's types leave this event out; unheard it would end the process.
	const emitter: EventEmitter = aedes
	emitter.on('error', (fault: unknown) => log(`the broker: ${String(fault)}`))
	aedes.on('client', (client) => {
		clients.set(client.id, client)
		const connection = connections.get(client)
		// The certificate may have been revoked while the client was let in.
		if (connection) track(retireReplaced(things, connection).then(() => recheck(client)))
	})
	const watcher = things.watch(
		(name) => {
			const client = clients.get(name)
			if (client) track(recheck(client))
		},
		(fault) => log(`changes of things go unnoticed until the next connect: ${fault.message}`),
	)
	aedes.on('clientDisconnect', (client) => {
		// After a takeover the id belongs to the newer connection.
		if (clients.get(client.id) === client) clients.delete(client.id)
	})
	aedes.on('clientError', (client, fault) => {
		// Of a closed connection it says only that the last acknowledgements could not be written any more.
		if (!client.closed) log(`${JSON.stringify(client.id)}: ${fault.message}`)
	})
	aedes.on('connectionError', (_client, fault) => log(`a connection ended: ${fault.message}`))

	const tls = await createTlsServer(
		authority,
		(socket) => {
			socket.setNoDelay(true)
			// The topic name, at most 64 KB, and the packet's header come on top of the payload.
			guardPacketSize(socket, maxPayloadBytes + 66_000)
			aedes.handle(socket)
		},
		(reason) => log(`a client was refused at the TLS handshake: ${reason}`),
	)
	const closeAedes = (): Promise<void> => new Promise((resolve) => aedes.close(resolve))
	const port = await listen(tls.server, options.port, host, '--mqtt-port').catch(async (fault: unknown) => {
		watcher.close()
		await closeAedes()
		throw fault
	})

	return {
		port,
		url: `mqtts://localhost:${port}`,
		publish: async (topic, payload, { qos = 0, retain = false } = {}) => {
			const problem = unpublishable(topic) ?? (rules.accepts(topic) ? undefined : 'there is no such rule')
			if (problem !== undefined) throw new UnacceptableMessage(problem)
			await rules.run({ topic, payload, receivedAt: now() })
			if (isBasicIngest(topic)) return
			const packet: PublishPacket = { cmd: 'publish', topic, payload, qos, retain, dup: false }
			await new Promise<void>((resolve, reject) => {
				aedes.publish(packet, (fault) => (fault ? reject(fault) : resolve()))
			})
		},
		tell: (replies) => tellSubscribers(aedes, replies),
		connectedClients: () => [...clients.keys()],
		disconnect: (clientId) => {
			const client = clients.get(clientId)
			client?.close()
			return client !== undefined
		},
		close: async () => {
			watcher.close()
			await closeAedes()
			await tls.close()
			// The last wills of the clients just cut off may have come on top.
			while (underWay.size > 0) await Promise.all(underWay)
		},
	}
}
