import { useState } from 'preact/hooks'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import type { RankingMonthsView } from '../../../../shared/contract/ranking/rankingViews.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import type { WhatIfView } from '../../../../shared/contract/score/whatIf.ts'
import { Live } from '../../../components/Live.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { api } from '../../../data/api.ts'
import type { Failure } from '../../../data/request.ts'
import { useApi } from '../../../data/useApi.ts'
import { Field } from '../../../forms/Field.tsx'
import { problemText } from '../../../forms/problemText.ts'
import { month as monthWords } from '../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { WhatIfResult } from '../../rankings/WhatIfResult.tsx'
import type { Tried } from './Editor.tsx'
import { previewWords } from './previewWords.ts'

/** Where it is on the page. */
export const PREVIEW = 'preview'

interface PreviewProps {
	readonly profile: Profile
	readonly isSound: boolean
	readonly tried: Tried | undefined
	readonly onTried: (tried: Tried) => void
}

/** What the change would have done to a past month. */
export const Preview = (props: PreviewProps) => {
	const t = useWords(previewWords)
	const months = useApi<RankingMonthsView>('/api/rankings', { pollMs: 300_000 })
	return (
		<section id={PREVIEW} class="card stack">
			<h2>{t.title}</h2>
			<p class="grey">{t.intro}</p>
			<Live of={months} skeleton={<Skeleton lines={2} />}>
				{({ months: all }) =>
					all.length === 0 ? <p>{t.noMonths}</p> : <Trial {...props} months={all.map(({ month }) => month)} />
				}
			</Live>
		</section>
	)
}

const Trial = ({ profile, isSound, tried, onTried, months }: PreviewProps & { months: readonly string[] }) => {
	const t = useWords(previewWords)
	const language = useLanguage()
	const registry = useApi<RegistryView>('/api/registry', { pollMs: 300_000 })
	const [month, setMonth] = useState(months[0] ?? '')
	const [scope, setScope] = useState('township')
	const [isRunning, setRunning] = useState(false)
	const [failure, setFailure] = useState<Failure>()
	const villages = registry.state.is === 'ready' ? registry.state.value.villages : []
	const run = async (): Promise<void> => {
		setRunning(true)
		setFailure(undefined)
		const answer = await api<WhatIfView>('/api/what-if', { method: 'POST', body: { month, scope, profile } })
		setRunning(false)
		if (answer.is === 'ready') onTried({ profile, view: answer.value })
		else if (answer.is !== 'unchanged') setFailure(answer)
	}
	return (
		<>
			<div class="profile-trial">
				<Field
					name="trial-month"
					kind="choice"
					label={t.month}
					value={month}
					onValue={setMonth}
					choices={months.map((value) => ({ value, label: monthWords(value, language) }))}
				/>
				<Field
					name="trial-scope"
					kind="choice"
					label={t.scope}
					value={scope}
					onValue={setScope}
					choices={[
						{ value: 'township', label: t.township },
						...villages.map(({ id, name }) => ({ value: `village:${id}`, label: name[language] })),
					]}
				/>
				<button type="button" class="button" disabled={isRunning || !isSound} onClick={() => void run()}>
					{t.run}
				</button>
			</div>
			{isRunning && <p role="status">{t.running}</p>}
			{failure && (
				<p class="field-error" role="alert">
					{failure.is === 'offline'
						? t.slow
						: failure.problem.status === 422
							? t.tooMany
							: problemText(failure.problem, language)}
				</p>
			)}
			{tried && !isRunning && !failure && (
				<>
					{tried.profile !== profile && <p class="field-error">{t.outdated}</p>}
					<WhatIfResult result={tried.view} />
				</>
			)}
		</>
	)
}
