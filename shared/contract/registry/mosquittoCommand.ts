import type { DeviceKind } from '../telemetry/measurand.ts'
import type { Broker, EnrolledDevice } from './certificates.ts'

/** Files of a device: what it connects with. */
export type DeviceFileNames = { readonly ca: string; readonly cert: string; readonly key: string }

const sample: Record<Exclude<DeviceKind, 'display'>, string> = {
	toilet: '{"ammonia": 0.2}',
	waste: '{"fill": 40}',
	sewage: '{"ph": 7.2}',
	gateway: '{"battery": 90}',
}

/** What a device publishes to, or a display listens to. */
export const topicOf = ({ id, kind, courtyard }: EnrolledDevice): string =>
	kind === 'display' ? `evt/sanitation/${courtyard}/#` : `dt/sanitation/${id}/json`

/** A mosquitto command, ready to be pasted, by which the device does what its kind is for. */
export const mosquittoCommand = (
	device: EnrolledDevice,
	{ host, port }: Pick<Broker, 'host' | 'port'>,
	{ ca, cert, key }: DeviceFileNames,
): string => {
	const { id, kind } = device
	const connection = `-h ${host} -p ${port} --cafile ${quoted(ca)} --cert ${quoted(cert)} --key ${quoted(key)} -i ${id} -q 1`
	return kind === 'display'
		? `mosquitto_sub ${connection} -v -t '${topicOf(device)}'`
		: `mosquitto_pub ${connection} -t ${topicOf(device)} -m '${sample[kind]}'`
}

const quoted = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)
