import type { Person } from '../../shared/contract/people/person.ts'
import type { Courtyard, Deputy } from '../../shared/contract/registry/registry.ts'
import type { Deputies } from '../../shared/ports/deputies.ts'

/** Deputies in memory, of the courtyards given. */
export class MemoryDeputies implements Deputies {
	readonly courtyards: Map<string, Courtyard>

	constructor(courtyards: ReadonlyMap<string, Courtyard>) {
		this.courtyards = new Map(courtyards)
	}

	async add(seen: Courtyard, deputy: Deputy, head: Person): Promise<'stored' | 'conflict'> {
		const courtyard = this.courtyards.get(seen.id)
		if (!courtyard || courtyard.inCharge?.deputies.length !== seen.inCharge?.deputies.length) return 'conflict'
		const { person, deputies } = courtyard.inCharge ?? { person: head, deputies: [] }
		this.courtyards.set(seen.id, { ...courtyard, inCharge: { person, deputies: [...deputies, deputy] } })
		return 'stored'
	}

	async end(seen: Courtyard, { person, from }: Deputy, ended: { on: string; by: string }) {
		const courtyard = this.courtyards.get(seen.id)
		const found = courtyard?.inCharge?.deputies.find(
			(one) => one.person.id === person.id && one.from === from && one.ended === undefined,
		)
		if (!courtyard?.inCharge || !found) return 'conflict'
		const deputies = courtyard.inCharge.deputies.map((one) => (one === found ? { ...one, ended } : one))
		this.courtyards.set(seen.id, { ...courtyard, inCharge: { ...courtyard.inCharge, deputies } })
		return 'stored'
	}
}
