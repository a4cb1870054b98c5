import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { ReportingInterval } from '../../../shared/contract/deviceConfig.ts'
import { Id, SerialNumber } from '../../../shared/contract/registry.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

const File = z.string().min(1)

/** The configuration file, JSON. Files are looked for beside it. */
export const SensorConfig = z
	.strictObject({
		mqtt: z.strictObject({
			url: z.url({ protocol: /^mqtts$/, error: 'mqtts://host:port' }),
			ca: File,
			/** Name of the topic rule, to publish to it straight (Basic Ingest). */
			rule: z.string().min(1).optional(),
		}),
		/** A device that has its certificate. */
		device: z.strictObject({ thing: Id, cert: File, key: File }).optional(),
		/** A device that fetches it. */
		claim: z.strictObject({ serial: SerialNumber, template: z.string().min(1), cert: File, key: File }).optional(),
		sensor: z.strictObject({
			/** A program and its arguments, run for each reading. It prints the values as one JSON object. */
			command: z.array(z.string()).min(1),
			timeoutSeconds: z.number().gt(0).max(300).default(30),
		}),
		/** Seconds, until the shadow says otherwise. */
		interval: ReportingInterval.default(300),
		/** Readings in a message while connected. */
		packOf: z.int().min(1).max(288).default(1),
		/** Where what is not sent yet, the certificate and the configuration are kept. */
		folder: z.string().min(1).default('state'),
		maxMegabytes: z.int().min(1).max(10_000).default(20),
	})
	.refine(({ device, claim }) => (device === undefined) !== (claim === undefined), {
		error: 'either "device" or "claim" is needed, not both',
	})
export type SensorConfig = z.infer<typeof SensorConfig>

/**
 * Reads and checks the configuration; its paths come back absolute, the command as it is.
 * @throws Error that says which field is wrong, what was expected and what came
 */
export const readSensorConfig = async (file: string): Promise<SensorConfig> => {
	const config = await readCheckedFile('configuration', file, SensorConfig)
	const beside = (path: string): string => resolve(dirname(file), path)
	const withFiles = <T extends { cert: string; key: string }>(of: T): T => ({
		...of,
		cert: beside(of.cert),
		key: beside(of.key),
	})
	return {
		...config,
		mqtt: { ...config.mqtt, ca: beside(config.mqtt.ca) },
		...(config.device === undefined ? {} : { device: withFiles(config.device) }),
		...(config.claim === undefined ? {} : { claim: withFiles(config.claim) }),
		folder: beside(config.folder),
	}
}

/** The files in the folder of a device. */
export const filesIn = (folder: string) => ({
	identity: join(folder, 'identity.json'),
	outbox: join(folder, 'outbox.sqlite'),
	config: join(folder, 'config.json'),
})
