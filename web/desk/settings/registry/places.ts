import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import type { Language } from '../../../i18n/language.ts'

/** What people call the places of the registry, by their ids; the id itself where there is no such entry. */
export interface Places {
	readonly courtyard: (id: string) => string
	readonly village: (id: string) => string
	/** The village of a courtyard. */
	readonly villageOf: (courtyard: string) => string
}

export const placesOf = ({ courtyards, villages }: RegistryView, language: Language): Places => {
	const yards = new Map(courtyards.map((courtyard) => [courtyard.id, courtyard]))
	const names = new Map(villages.map(({ id, name }) => [id, name[language]]))
	const village = (id: string): string => names.get(id) ?? id
	return {
		courtyard: (id) => yards.get(id)?.name[language] ?? id,
		village,
		villageOf: (courtyard) => village(yards.get(courtyard)?.village ?? ''),
	}
}
