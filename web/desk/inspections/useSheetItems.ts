import type { ProfileSummary, ProfileView } from '../../../shared/contract/profile/profileView.ts'
import { type UseApi, useApi } from '../../data/useApi.ts'
import { versionOn } from './sheetDraft.ts'

/** The items of the sheet by the profile in force on a day. */
export const useSheetItems = (day: string): UseApi<ProfileView> => {
	const profiles = useApi<{ profiles: ProfileSummary[] }>('/api/profiles')
	const version = profiles.state.is === 'ready' ? versionOn(profiles.state.value.profiles, day) : undefined
	const profile = useApi<ProfileView>(
		version === undefined ? undefined : `/api/profiles/${encodeURIComponent(version)}`,
	)
	return profiles.state.is === 'failed' ? { ...profiles, state: profiles.state } : profile
}
