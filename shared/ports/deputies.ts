import type { Person } from '../contract/people/person.ts'
import type { Courtyard, Deputy } from '../contract/registry/registry.ts'

/** Who stands in for the heads of courtyards. A change is known everywhere within ten seconds. */
export type Deputies = {
	/** Adds one, unless others were added since the courtyard was seen. @param head in charge where the registry names nobody */
	add(seen: Courtyard, deputy: Deputy, head: Person): Promise<'stored' | 'conflict'>
	/** Ends one before his time, unless it was ended already or the courtyard has others. */
	end(seen: Courtyard, deputy: Deputy, ended: { on: string; by: string }): Promise<'stored' | 'conflict'>
}
