import '../../deskParts.css'
import './profile.css'
import { useState } from 'preact/hooks'
import type {
	NewProfileView,
	ProfileSummary,
	ProfilesView,
	ProfileView,
} from '../../../../shared/contract/profile/profileView.ts'
import { Live } from '../../../components/Live.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { Field } from '../../../forms/Field.tsx'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { mayDecide } from '../../mayDecide.ts'
import { Settings } from '../Settings.tsx'
import { dayOf, instantOf } from './dayOf.ts'
import { Editor } from './Editor.tsx'
import { putWords } from './previewWords.ts'
import { profileWords } from './profileWords.ts'

const everyMs = 120_000

/** The numbers by which everything is judged: to read, to change and try, and to put in force. */
export const ProfilePage = () => {
	const t = useWords(profileWords)
	const profiles = useApi<ProfilesView>('/api/profiles', { pollMs: everyMs })
	return (
		<Settings note={t.note}>
			<Live of={profiles} skeleton={<Skeleton lines={10} />}>
				{({ profiles: all }) => <Based all={all} onPut={profiles.refresh} />}
			</Live>
		</Settings>
	)
}

/** What is changed begins with one version: the latest to be in force, unless somebody chooses another. */
const Based = ({ all, onPut }: { all: readonly ProfileSummary[]; onPut: () => void }) => {
	const t = useWords(profileWords)
	const put = useWords(putWords)
	const language = useLanguage()
	const current = all.find(({ inForce }) => inForce)
	const latest = all[0]
	const [chosen, setChosen] = useState<string>()
	const [done, setDone] = useState<NewProfileView>()
	const version = chosen ?? latest?.version ?? ''
	const profile = useApi<ProfileView>(`/api/profiles/${encodeURIComponent(version)}`)
	if (!current || !latest) return null
	const finished = (view: NewProfileView): void => {
		setDone(view)
		setChosen(undefined)
		onPut()
	}
	return (
		<>
			<div class="profile-standing">
				<p>
					<strong>{t.inForce(current.version, dayOf(current.effectiveFrom, language))}</strong>{' '}
					<span class="grey">
						{current.put ? t.putBy(current.put.by, instantOf(current.put.at, language)) : t.cameAlong}
					</span>
				</p>
				{latest !== current && !done && <p>{t.later(latest.version, dayOf(latest.effectiveFrom, language))}</p>}
				{!mayDecide() && <p class="grey">{t.onlyRead}</p>}
				{done && (
					<p class="profile-done" role="status">
						{put.done(done.version, dayOf(done.effectiveFrom, language))}
					</p>
				)}
				{all.length > 1 && mayDecide() && (
					<div class="profile-base">
						<Field
							name="base"
							kind="choice"
							label={t.base}
							value={version}
							onValue={setChosen}
							choices={all.map((one) => ({
								value: one.version,
								label: `${one.version} (${dayOf(one.effectiveFrom, language)})`,
							}))}
						/>
					</div>
				)}
			</div>
			<Live of={profile} skeleton={<Skeleton lines={8} />}>
				{(view) => <Editor key={view.version} base={view.profile} all={all} onPut={finished} />}
			</Live>
		</>
	)
}
