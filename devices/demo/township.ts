import type { Device, RegistryImport } from '../../shared/contract/registry/registry.ts'
import { type PlacedDevice, place } from '../simulator/equipment.ts'
import { isoLocalDay } from '../simulator/localTime.ts'
import { courtyards, township, villages } from './courtyards.ts'

/** What stands in a courtyard, by number. Some lack a revolution: no toilet, no waste or no sewage of their own. */
type Inventory = {
	publicToilets?: number
	householdToilets?: number
	bins?: number
	points?: number
	works?: Device['sewageLevel']
	wells?: number
	/** A gateway and a display. */
	office?: boolean
}

const inventories: Readonly<Record<string, Inventory>> = {
	lijia: { publicToilets: 1, householdToilets: 1, bins: 2, works: 'II' },
	zhulin: { publicToilets: 1, householdToilets: 1, bins: 2 },
	gujing: { publicToilets: 1, bins: 2, points: 1, works: 'III' },
	xinju: { publicToilets: 1, bins: 2, points: 1, works: 'I', wells: 1, office: true },
	qiaotou: { householdToilets: 2, bins: 2, wells: 1 },
	zhangjia: { publicToilets: 1, householdToilets: 1, works: 'III' },
	tongxinyan: { publicToilets: 1, bins: 2, works: 'II', wells: 1 },
	'shiqiao-juju': { publicToilets: 1, bins: 2, points: 1, works: 'I', wells: 1, office: true },
	huanggeshu: { publicToilets: 1, householdToilets: 1, bins: 2, works: 'III' },
	zhoujiawan: { bins: 2, works: 'III' },
	'bailin-tongxin': { publicToilets: 1, householdToilets: 1, bins: 1, points: 1, works: 'II' },
	'bailin-xincun': { publicToilets: 1, bins: 2, points: 1, works: 'II', wells: 1 },
}

const numbered = (count = 0): number[] => Array.from({ length: count }, (_, i) => i + 1)

/** Devices stand some tens of metres around the middle of their courtyard. */
const spread = (placed: PlacedDevice, n: number, middle: { lat: number; lon: number } | undefined): PlacedDevice => {
	if (middle === undefined) return placed
	const angle = n * 2.4
	const lat = Number((middle.lat + 0.0004 * Math.cos(angle)).toFixed(5))
	const lon = Number((middle.lon + 0.0005 * Math.sin(angle)).toFixed(5))
	return { ...placed, device: { ...placed.device, position: { lat, lon } } }
}

/** All devices of the demo township with what they are. */
export const placedDevices: readonly PlacedDevice[] = courtyards.flatMap(({ id, position }) => {
	const has = inventories[id] ?? {}
	const behindGateway = has.office === true ? { gateway: `${id}-gateway-1` } : {}
	const devices = [
		...numbered(has.publicToilets).map((n) => place('public-toilet', id, n)),
		...numbered(has.householdToilets).map((n) => place('household-toilet', id, n)),
		...numbered(has.bins).map((n) => place('bin', id, n)),
		...numbered(has.points).map((n) => place('collection-point', id, n)),
		...(has.works === undefined ? [] : [place('treatment-works', id, 1, { sewageLevel: has.works })]),
		...numbered(has.wells).map((n) => place('lift-well', id, n, behindGateway)),
		...(has.office === true ? [place('gateway', id, 1), place('display', id, 1)] : []),
	]
	return devices.map((placed, n) => spread(placed, n, position))
})

/** The demo township without the day its devices joined. */
export const demoRegistry: RegistryImport = {
	townships: [township],
	villages: [...villages],
	courtyards: [...courtyards],
	devices: placedDevices.map(({ device }) => device),
}

/** The demo township as it is put into the registry: its devices count for scores from the first local day of their history. */
export const registryFrom = (start: number): RegistryImport => {
	const joined = isoLocalDay(start)
	return { ...demoRegistry, devices: demoRegistry.devices.map((device) => ({ ...device, joined })) }
}
