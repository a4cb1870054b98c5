import { readFile } from 'node:fs/promises'
import { connectDevice } from '../../client/connectDevice.ts'
import { type Identity, provisionByClaim } from '../../client/provisioning/provisionByClaim.ts'
import { type RunningDevice, startDevice } from '../../client/startDevice.ts'
import { filesIn, type SensorConfig } from './config.ts'
import { measureBy } from './measureBy.ts'

const readPem = (file: string): Promise<string> =>
	readFile(file, 'utf8').catch((cause: unknown) => {
		throw new Error(`The file ${file} cannot be read`, { cause })
	})

const identityOf = async (
	{ mqtt, device, claim, folder }: SensorConfig,
	trouble: (what: string) => void,
	signal: AbortSignal,
): Promise<Identity> => {
	if (device !== undefined)
		return { thing: device.thing, cert: await readPem(device.cert), key: await readPem(device.key) }
	if (claim === undefined) throw new Error('either "device" or "claim" is needed')
	const [cert, key, ca] = await Promise.all([readPem(claim.cert), readPem(claim.key), readPem(mqtt.ca)])
	return provisionByClaim({
		...{ file: filesIn(folder).identity, serial: claim.serial, template: claim.template, trouble, signal },
		connect: (clientId) => connectDevice({ url: mqtt.url, clientId, cert, key, ca }),
	})
}

/**
 * Starts a gateway with a sensor of its own, after it has fetched its certificate where it has none.
 * @param signal ends the fetching
 * @throws ProvisioningRefused; Error in words where a file cannot be used
 */
export const startSensor = async (
	config: SensorConfig,
	trouble: (what: string) => void,
	signal: AbortSignal,
): Promise<{ thing: string; device: RunningDevice }> => {
	const { mqtt, sensor, interval, packOf, folder, maxMegabytes } = config
	const { thing, cert, key } = await identityOf(config, trouble, signal)
	const { outbox, config: kept } = filesIn(folder)
	const rule = mqtt.rule === undefined ? {} : { rule: mqtt.rule }
	const device = await startDevice({
		connection: { url: mqtt.url, clientId: thing, cert, key, ca: await readPem(mqtt.ca), ...rule },
		files: { outbox, config: kept },
		measure: measureBy(sensor.command, sensor.timeoutSeconds),
		standard: { interval, offsets: {} },
		...{ packOf, maxBytes: maxMegabytes * 1_000_000, trouble },
	})
	return { thing, device }
}
