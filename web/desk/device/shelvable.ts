import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'

/** What each kind of device measures, as far as alarms watch it. */
const watched: Readonly<Partial<Record<DeviceDetails['kind'], readonly Measurand[]>>> = {
	toilet: ['ammonia', 'hydrogenSulfide', 'septicLevel', 'battery'],
	waste: ['fill', 'temperature', 'tilt', 'battery'],
}
const elsewhere: readonly Measurand[] = ['ammonia', 'hydrogenSulfide', 'septicLevel', 'fill', 'temperature', 'tilt']

/** The alarms of a device that the viewer may shelve: not those of what it does not measure, nor one word twice. */
export const shelvable = ({ kind, rules }: Pick<DeviceDetails, 'kind' | 'rules'>): DeviceDetails['rules'] => {
	const own = watched[kind]
	const isOwn = (measurand: Measurand): boolean =>
		own ? own.includes(measurand) : kind === 'sewage' ? !elsewhere.includes(measurand) : measurand === 'battery'
	const found = rules.filter(({ isYours, measurand }) => isYours && (measurand === undefined || isOwn(measurand)))
	return found.filter(({ text }, index) => found.findIndex((other) => other.text.zh === text.zh) === index)
}
