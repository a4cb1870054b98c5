import { useEffect, useState } from 'preact/hooks'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import type { ProfileCheck } from '../../../../shared/contract/profile/profileView.ts'
import { api } from '../../../data/api.ts'

export type Fault = ProfileCheck['faults'][number]
export type Checked =
	| { readonly is: 'checking' }
	| { readonly is: 'unknown' }
	| { readonly is: 'checked'; readonly of: Profile; readonly faults: readonly Fault[] }

/** Long enough that not every digit is checked. */
const restMs = 500

/** What the API's own check says of a profile as it is typed. @param isWanted false: nothing is asked */
export const useCheck = (profile: Profile, isWanted: boolean): Checked => {
	const [checked, setChecked] = useState<Checked>({ is: 'checked', of: profile, faults: [] })
	useEffect(() => {
		if (!isWanted) {
			setChecked({ is: 'checked', of: profile, faults: [] })
			return
		}
		setChecked({ is: 'checking' })
		let isCurrent = true
		const timer = setTimeout(async () => {
			const answer = await api<ProfileCheck>('/api/profiles/check', { method: 'POST', body: profile })
			if (isCurrent)
				setChecked(
					answer.is === 'ready' ? { is: 'checked', of: profile, faults: answer.value.faults } : { is: 'unknown' },
				)
		}, restMs)
		return () => {
			isCurrent = false
			clearTimeout(timer)
		}
	}, [profile, isWanted])
	return checked
}
