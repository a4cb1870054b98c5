import { readFile } from 'node:fs/promises'
import { connectDevice } from '../../client/connectDevice.ts'
import { openOutbox } from '../../client/outbox/openOutbox.ts'
import { openUplink } from '../../client/uplink.ts'
import type { GatewayConfig } from './config.ts'
import { doorkeeper } from './doorkeeper.ts'
import { openIntake, READY } from './intake.ts'
import { listenForStations } from './server.ts'

export type Gateway = {
	readonly port: number
	/** Messages that are kept and not yet at the broker. */
	readonly waiting: number
	stop(): Promise<void>
}

const SWEEP_MS = 1000

/**
 * Starts a gateway: stations on one side, the broker on the other, the disk between them.
 * @param trouble told what goes wrong, with whom; whatever it is, the gateway goes on
 * @throws Error in words where the certificates, the outbox or the port cannot be used
 */
export async function startGateway(
	{ listen, mqtt, outbox: kept, stations, limits }: GatewayConfig,
	trouble: (who: string, what: string) => void,
): Promise<Gateway> {
	const [cert, key, ca] = await Promise.all([mqtt.cert, mqtt.key, mqtt.ca].map(readPem))
	if (!cert || !key || !ca) throw new Error('mqtt needs cert, key and ca')
	const outbox = openOutbox(kept.file, { maxBytes: kept.maxMegabytes * 1_000_000 })
	const rule = mqtt.rule === undefined ? {} : { rule: mqtt.rule }
	const onTrouble = (what: string): void => trouble(mqtt.url, what)
	const uplink = openUplink({
		outbox,
		lane: READY,
		format: 'hj212',
		connect: () => connectDevice({ url: mqtt.url, clientId: mqtt.thing, cert, key, ca, onTrouble, ...rule }),
		trouble: onTrouble,
	})
	const failed = (cause: unknown): void => trouble(kept.file, cause instanceof Error ? cause.message : String(cause))
	const intake = openIntake(outbox, { partsMs: limits.partsSeconds * 1000, ready: uplink.wake })
	const sweeping = setInterval(() => {
		try {
			intake.sweep()
		} catch (cause) {
			failed(cause)
		}
	}, SWEEP_MS)
	const close = async (): Promise<void> => {
		clearInterval(sweeping)
		await uplink.stop()
		outbox.close()
	}
	try {
		const server = await listenForStations({ listen, limits, trouble, door: doorkeeper(stations), intake, failed })
		return {
			port: server.port,
			get waiting() {
				return outbox.count
			},
			stop: async () => {
				await server.close()
				await close()
			},
		}
	} catch (cause) {
		await close()
		throw cause
	}
}

const readPem = (file: string): Promise<Buffer> =>
	readFile(file).catch((cause: unknown) => {
		throw new Error(`The file ${file} of "mqtt" cannot be read`, { cause })
	})
