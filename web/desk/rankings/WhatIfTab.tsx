import { useState } from 'preact/hooks'
import type { ProfileSummary, ProfileView } from '../../../shared/contract/profile/profileView.ts'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { WhatIfTrial } from './WhatIfTrial.tsx'
import { whatIfWords } from './whatIfWords.ts'

/** The month under other rules, beside what it is: who would move, and why. Nothing is kept. */
export const WhatIfTab = ({ ranking }: { ranking: RankingView }) => {
	const profiles = useApi<{ profiles: ProfileSummary[] }>('/api/profiles')
	const t = useWords(whatIfWords)
	return (
		<div class="stack">
			<p class="grey">{t.intro}</p>
			<Live of={profiles} skeleton={<Skeleton lines={4} />}>
				{({ profiles: all }) => <Based ranking={ranking} profiles={all} />}
			</Live>
		</div>
	)
}

const Based = ({ ranking, profiles }: { ranking: RankingView; profiles: readonly ProfileSummary[] }) => {
	const t = useWords(whatIfWords)
	const judged = ranking.generation.profile.split('@')[1]
	const [version, setVersion] = useState((profiles.find((one) => one.version === judged) ?? profiles[0])?.version ?? '')
	const profile = useApi<ProfileView>(`/api/profiles/${encodeURIComponent(version)}`)
	return (
		<>
			{profiles.length > 1 && (
				<Field
					name="base"
					kind="choice"
					label={t.base}
					value={version}
					onValue={setVersion}
					choices={profiles.map((one) => ({
						value: one.version,
						label: one.inForce ? t.inForce(one.version) : t.from(one.version, one.effectiveFrom),
					}))}
				/>
			)}
			<Live of={profile} skeleton={<Skeleton lines={4} />}>
				{(view) => <WhatIfTrial key={view.version} ranking={ranking} profile={view.profile} />}
			</Live>
		</>
	)
}
