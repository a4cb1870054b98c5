import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { Id, Mn } from '../../../shared/contract/registry.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

const Port = z.int().min(1).max(65_535)

/** The gateway's configuration file, JSON. Files are looked for beside it. */
export const GatewayConfig = z.strictObject({
	/** Where stations connect to. */
	listen: z.strictObject({ host: z.string().min(1).default('0.0.0.0'), port: Port.default(9212) }).prefault({}),
	/** The broker, and the thing as which the gateway speaks; the registry names it as `gateway` of each station. */
	mqtt: z.strictObject({
		url: z.url({ protocol: /^mqtts$/, error: 'mqtts://host:port' }),
		thing: Id,
		cert: z.string().min(1),
		key: z.string().min(1),
		ca: z.string().min(1),
		/** Name of the topic rule, to publish to it straight (Basic Ingest). */
		rule: z.string().min(1).optional(),
	}),
	/** What is acknowledged and not yet at the broker. */
	outbox: z
		.strictObject({
			file: z.string().min(1).default('hj212-outbox.sqlite'),
			maxMegabytes: z.int().min(1).max(100_000).default(256),
		})
		.prefault({}),
	/** Who may speak: the station's number and its password. */
	stations: z
		.array(z.strictObject({ mn: Mn, pw: z.string().min(1).max(32) }))
		.min(1)
		.refine((stations) => new Set(stations.map(({ mn }) => mn)).size === stations.length, {
			error: 'each station stands here once',
		}),
	limits: z
		.strictObject({
			connections: z.int().min(1).max(10_000).default(200),
			/** A station that says nothing for so long is cut off. */
			idleSeconds: z.int().min(1).max(86_400).default(7200),
			/** Of one connection; one that sends faster is read more slowly. */
			bytesPerSecond: z.int().min(100).max(10_000_000).default(16_384),
			/** How long the missing parts of a packet are waited for. */
			partsSeconds: z.int().min(1).max(86_400).default(600),
		})
		.prefault({}),
})
export type GatewayConfig = z.infer<typeof GatewayConfig>

/**
 * Reads and checks the configuration; its paths come back absolute.
 * @throws Error that says which field is wrong, what was expected and what came
 */
export async function readConfig(file: string): Promise<GatewayConfig> {
	const config = await readCheckedFile('configuration', file, GatewayConfig, ['pw'])
	const beside = (path: string): string => resolve(dirname(file), path)
	const { mqtt, outbox } = config
	return {
		...config,
		mqtt: { ...mqtt, cert: beside(mqtt.cert), key: beside(mqtt.key), ca: beside(mqtt.ca) },
		outbox: { ...outbox, file: beside(outbox.file) },
	}
}
