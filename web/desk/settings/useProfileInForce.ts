import type { ProfilesView, ProfileView } from '../../../shared/contract/profile/profileView.ts'
import { type UseApi, useApi } from '../../data/useApi.ts'

const everyMs = 300_000

/** The profile by which the township is judged today. */
export const useProfileInForce = (): UseApi<ProfileView> => {
	const { state } = useApi<ProfilesView>('/api/profiles', { pollMs: everyMs })
	const version = state.is === 'ready' ? state.value.profiles.find(({ inForce }) => inForce)?.version : undefined
	return useApi<ProfileView>(version === undefined ? undefined : `/api/profiles/${encodeURIComponent(version)}`, {
		pollMs: everyMs,
	})
}
