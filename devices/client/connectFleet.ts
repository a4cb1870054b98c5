import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectDevice, type DeviceClient } from './connectDevice.ts'

export type FleetOptions = {
	url: string
	/** Folder with one folder for each device. */
	certificates: string
	window: number
	rule?: string | undefined
	/** Ends the connecting early. */
	signal: AbortSignal
	onTrouble: (id: string, reason: string) => void
}

/** TLS handshakes under way at once. */
const atOnce = 8

const connectOne = async (id: string, options: FleetOptions): Promise<DeviceClient> => {
	const [cert, key, ca] = await Promise.all(
		['cert.pem', 'key.pem', 'ca.pem'].map((file) => readFile(join(options.certificates, id, file))),
	)
	if (cert === undefined || key === undefined || ca === undefined) throw new Error(`no certificate for ${id}`)
	return connectDevice({
		url: options.url,
		clientId: id,
		cert,
		key,
		ca,
		window: options.window,
		onTrouble: (reason) => options.onTrouble(id, reason),
		...(options.rule === undefined ? {} : { rule: options.rule }),
	})
}

/**
 * Connects the devices, each with its own certificate. One that cannot connect is reported and left out; rejects only
 * when none can.
 */
export const connectFleet = async (
	ids: readonly string[],
	options: FleetOptions,
): Promise<Map<string, DeviceClient>> => {
	const clients = new Map<string, DeviceClient>()
	const waiting = [...ids]
	let reason: unknown
	const worker = async () => {
		for (let id = waiting.shift(); id !== undefined && !options.signal.aborted; id = waiting.shift()) {
			try {
				clients.set(id, await connectOne(id, options))
			} catch (error) {
				reason = error
				options.onTrouble(id, error instanceof Error ? error.message : String(error))
			}
		}
	}
	await Promise.all(Array.from({ length: atOnce }, worker))
	if (clients.size === 0 && !options.signal.aborted) throw new Error('no device can connect', { cause: reason })
	return clients
}
