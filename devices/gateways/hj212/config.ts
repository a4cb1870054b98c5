import { dirname, resolve } from 'node:path'
import { Id, Mn } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

const Port = z.int().check(z.minimum(1), z.maximum(65_535))

/** The gateway's configuration file, JSON. Files are looked for beside it. */
export const GatewayConfig = z.strictObject({
	/** Where stations connect to. */
	listen: z.prefault(
		z.strictObject({ host: z._default(z.string().check(z.minLength(1)), '0.0.0.0'), port: z._default(Port, 9212) }),
		{},
	),
	/** The broker, and the thing as which the gateway speaks; the registry names it as `gateway` of each station. */
	mqtt: z.strictObject({
		url: z.url({ protocol: /^mqtts$/, error: 'mqtts://host:port' }),
		thing: Id,
		cert: z.string().check(z.minLength(1)),
		key: z.string().check(z.minLength(1)),
		ca: z.string().check(z.minLength(1)),
		/** Name of the topic rule, to publish to it straight (Basic Ingest). */
		rule: z.optional(z.string().check(z.minLength(1))),
	}),
	/** What is acknowledged and not yet at the broker. */
	outbox: z.prefault(
		z.strictObject({
			file: z._default(z.string().check(z.minLength(1)), 'hj212-outbox.sqlite'),
			maxMegabytes: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), 256),
		}),
		{},
	),
	/** Who may speak: the station's number and its password. */
	stations: z.array(z.strictObject({ mn: Mn, pw: z.string().check(z.minLength(1), z.maxLength(32)) })).check(
		z.minLength(1),
		z.refine((stations) => new Set(stations.map(({ mn }) => mn)).size === stations.length, {
			error: 'each station stands here once',
		}),
	),
	limits: z.prefault(
		z.strictObject({
			connections: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 200),
			/** A station that says nothing for so long is cut off. */
			idleSeconds: z._default(z.int().check(z.minimum(1), z.maximum(86_400)), 7200),
			/** Of one connection; one that sends faster is read more slowly. */
			bytesPerSecond: z._default(z.int().check(z.minimum(100), z.maximum(10_000_000)), 16_384),
			/** How long the missing parts of a packet are waited for. */
			partsSeconds: z._default(z.int().check(z.minimum(1), z.maximum(86_400)), 600),
		}),
		{},
	),
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
