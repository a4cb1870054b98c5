import { dirname, join, resolve } from 'node:path'
import { ReportingInterval } from '../../../shared/contract/registry/deviceConfig.ts'
import { Id, SerialNumber } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

const File = z.string().check(z.minLength(1))

/** The configuration file, JSON. Files are looked for beside it. */
export const SensorConfig = z
	.strictObject({
		mqtt: z.strictObject({
			url: z.url({ protocol: /^mqtts$/, error: 'mqtts://host:port' }),
			ca: File,
			/** Name of the topic rule, to publish to it straight (Basic Ingest). */
			rule: z.optional(z.string().check(z.minLength(1))),
		}),
		/** A device that has its certificate. */
		device: z.optional(z.strictObject({ thing: Id, cert: File, key: File })),
		/** A device that fetches it. */
		claim: z.optional(
			z.strictObject({ serial: SerialNumber, template: z.string().check(z.minLength(1)), cert: File, key: File }),
		),
		sensor: z.strictObject({
			/** A program and its arguments, run for each reading. It prints the values as one JSON object. */
			command: z.array(z.string()).check(z.minLength(1)),
			timeoutSeconds: z._default(z.number().check(z.gt(0), z.maximum(300)), 30),
		}),
		/** Seconds, until the shadow says otherwise. */
		interval: z._default(ReportingInterval, 300),
		/** Readings in a message while connected. */
		packOf: z._default(z.int().check(z.minimum(1), z.maximum(288)), 1),
		/** Where what is not sent yet, the certificate and the configuration are kept. */
		folder: z._default(z.string().check(z.minLength(1)), 'state'),
		maxMegabytes: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 20),
	})
	.check(
		z.refine(({ device, claim }) => (device === undefined) !== (claim === undefined), {
			error: 'either "device" or "claim" is needed, not both',
		}),
	)
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
