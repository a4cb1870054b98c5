import type { Alert } from '../../shared/contract/alert/alert.ts'
import type { Courtyard, Device } from '../../shared/contract/registry/registry.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import type { AlertPublisher } from '../../shared/ports/alertPublisher.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'

/** One perfect toilet, to be spoiled one field a test. */
export const toilet: Device = {
	id: 'toilet-1',
	kind: 'toilet',
	courtyard: 'yard-1',
	name: { zh: '1号公厕', en: 'Public toilet 1' },
	interval: 300,
	household: false,
	sewageLevel: 'II',
	toiletClass: 2,
	outOfService: [],
	moves: [],
}
export const bin: Device = { ...toilet, id: 'bin-1', kind: 'waste', name: { zh: '1号垃圾箱', en: 'Bin 1' } }
export const courtyard: Courtyard = {
	id: 'yard-1',
	village: 'village-1',
	name: { zh: '桂花院落', en: 'Osmanthus Courtyard' },
	kind: 'natural-village',
	households: 30,
}

export const registryOf = (...devices: Device[]): Registry => ({
	townships: new Map([['town', { id: 'town', name: { zh: '建设镇', en: 'Jianshe Township' } }]]),
	villages: new Map([['village-1', { id: 'village-1', township: 'town', name: { zh: '梅花村', en: 'Plum Village' } }]]),
	courtyards: new Map([[courtyard.id, courtyard]]),
	devices: new Map(devices.map((device) => [device.id, device])),
	profile: defaultProfile,
	profiles: [defaultProfile],
	shelves: [],
})

export const fixedRegistry = (registry: Registry): RegistryReader => ({
	current: async () => registry,
	recent: async () => registry,
	refreshed: async () => registry,
})

/** Remembers what was sent. */
export class AlertLog implements AlertPublisher {
	readonly sent: Alert[] = []
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async publish(alert: Alert): Promise<void> {
		await this.beforeCall('alerts.publish')
		this.sent.push(alert)
	}
}
