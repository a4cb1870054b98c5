import type { Provisioning, Provisionings } from '../../shared/ports/provisionings.ts'

export class MemoryProvisionings implements Provisionings {
	readonly #given = new Map<string, Provisioning>()

	async grant(provisioning: Provisioning): Promise<'granted' | 'taken'> {
		const given = this.#given.get(provisioning.serial)
		if (given && (given.certificate !== provisioning.certificate || given.device !== provisioning.device))
			return 'taken'
		this.#given.set(provisioning.serial, provisioning)
		return 'granted'
	}
}
