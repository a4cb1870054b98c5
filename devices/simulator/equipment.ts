import type { Device, Name } from '../../shared/contract/registry/registry.ts'
import type { Equipment } from './simulatedDevice.ts'

/** Reporting interval (s) and wording of each equipment. */
const catalogue: Readonly<Record<Equipment, { kind: Device['kind']; suffix: string; interval: number; name: Name }>> = {
	'public-toilet': { kind: 'toilet', suffix: 'toilet', interval: 300, name: { zh: '号公厕', en: 'Public toilet' } },
	'household-toilet': {
		kind: 'toilet',
		suffix: 'home',
		interval: 1800,
		name: { zh: '号户厕', en: 'Household toilet' },
	},
	bin: { kind: 'waste', suffix: 'bin', interval: 900, name: { zh: '号垃圾桶', en: 'Waste bin' } },
	'collection-point': {
		kind: 'waste',
		suffix: 'point',
		interval: 600,
		name: { zh: '号垃圾收集点', en: 'Waste collection point' },
	},
	'treatment-works': { kind: 'sewage', suffix: 'works', interval: 600, name: { zh: '号污水站', en: 'Sewage works' } },
	'lift-well': { kind: 'sewage', suffix: 'well', interval: 300, name: { zh: '号提升井', en: 'Lift well' } },
	gateway: { kind: 'gateway', suffix: 'gateway', interval: 900, name: { zh: '号网关', en: 'Gateway' } },
	display: { kind: 'display', suffix: 'display', interval: 900, name: { zh: '号院落屏', en: 'Courtyard display' } },
}

/** A device of the registry, and what it is. */
export type PlacedDevice = { device: Device; equipment: Equipment }

/** A device of a courtyard, the n-th of its equipment there. */
export const place = (equipment: Equipment, courtyard: string, n: number, more: Partial<Device> = {}): PlacedDevice => {
	const { kind, suffix, interval, name } = catalogue[equipment]
	const device: Device = {
		id: `${courtyard}-${suffix}-${n}`,
		kind,
		courtyard,
		name: { zh: `${n}${name.zh}`, en: `${name.en} ${n}` },
		interval,
		household: equipment === 'household-toilet',
		sewageLevel: 'II',
		toiletClass: 2,
		outOfService: [],
		moves: [],
		...more,
	}
	return { device, equipment }
}
