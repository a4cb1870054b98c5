import { useState } from 'preact/hooks'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import type { WhatIfView } from '../../../shared/contract/score/whatIf.ts'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'
import { WhatIfResult } from './WhatIfResult.tsx'
import { fieldOf, formOf, profileWith, type WhatIfForm } from './whatIfProfile.ts'
import { whatIfWords } from './whatIfWords.ts'

/** The form with the numbers of a profile, and what the month would be with others. */
export const WhatIfTrial = ({ ranking, profile }: { ranking: RankingView; profile: Profile }) => {
	const t = useWords(whatIfWords)
	const part = useWords(rankingsWords)
	const common = useWords(commonWords)
	const [result, setResult] = useState<WhatIfView>()
	const form = useForm(
		formOf(profile),
		async (said) =>
			byField(
				await api<WhatIfView>('/api/what-if', {
					method: 'POST',
					body: { month: ranking.month, profile: profileWith(profile, said) },
				}),
			),
		setResult,
	)
	const field = (name: keyof WhatIfForm, label: string) => (
		<Field
			key={name}
			name={name}
			kind="number"
			label={label}
			error={form.errors.fields[name]}
			value={form.values[name]}
			onValue={(value) => form.set(name, value)}
		/>
	)
	return (
		<>
			<form class="card what-if" onSubmit={form.submit}>
				<fieldset>
					<legend>{t.parts}</legend>
					{(['environment', 'inspection', 'response'] as const).map((name) => field(name, part[name]))}
				</fieldset>
				<fieldset>
					<legend>{t.revolutions}</legend>
					{(['toilet', 'waste', 'sewage'] as const).map((name) => field(name, common[name]))}
				</fieldset>
				<fieldset>
					<legend>{t.rules}</legend>
					{(['redFrom', 'blackBelow', 'monthDays'] as const).map((name) => field(name, t[name]))}
				</fieldset>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{form.state === 'sending' ? t.running : t.run}
				</button>
			</form>
			{result && <WhatIfResult result={result} />}
		</>
	)
}

/** A refusal names the field by its path in the profile; the form knows it by its last part. */
const byField = <T,>(answer: Answer<T>): Answer<T> =>
	answer.is === 'refused' && answer.problem.errors
		? {
				...answer,
				problem: {
					...answer.problem,
					errors: answer.problem.errors.map((error) => ({ ...error, field: fieldOf(error.field) })),
				},
			}
		: answer
