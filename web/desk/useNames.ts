import type { RegistryView } from '../../shared/contract/registry/registry.ts'
import { useApi } from '../data/useApi.ts'
import { useLanguage } from '../i18n/useWords.ts'

const everyMs = 300_000

export interface Names {
	/** What people call a device, with its courtyard; its id where it is not registered. */
	readonly device: (id: string) => string
	readonly courtyard: (id: string) => string
}

/** The names of what exists, for answers of the API that speak of ids. */
export const useNames = (): Names => {
	const language = useLanguage()
	const { state } = useApi<RegistryView>('/api/registry', { pollMs: everyMs })
	const { devices, courtyards } = state.is === 'ready' ? state.value : { devices: [], courtyards: [] }
	const yards = new Map(courtyards.map(({ id, name }) => [id, name[language]]))
	const names = new Map(
		devices.map(({ id, name, courtyard }) => [id, `${yards.get(courtyard) ?? ''} ${name[language]}`.trim()]),
	)
	return { device: (id) => names.get(id) ?? id, courtyard: (id) => yards.get(id) ?? id }
}
