import type { DeviceKind } from '../../../shared/contract/measurand.ts'
import type { Certificates } from '../provisionDevice.ts'

const sample: Record<Exclude<DeviceKind, 'display'>, string> = {
	toilet: '{"ammonia": 0.2}',
	waste: '{"fill": 40}',
	sewage: '{"ph": 7.2}',
	gateway: '{"battery": 90}',
}

/** A mosquitto command, ready to be pasted, by which the device does what its kind is for. */
export const nextCommand = (
	{ id, kind, courtyard }: { readonly id: string; readonly kind: DeviceKind; readonly courtyard: string },
	port: number,
	{ ca, cert, key }: Certificates,
): string => {
	const connection = `-h localhost -p ${port} --cafile ${quoted(ca)} --cert ${quoted(cert)} --key ${quoted(key)} -i ${id} -q 1`
	return kind === 'display'
		? `mosquitto_sub ${connection} -v -t 'evt/sanitation/${courtyard}/#'`
		: `mosquitto_pub ${connection} -t dt/sanitation/${id}/json -m '${sample[kind]}'`
}

const quoted = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)
