import { useState } from 'preact/hooks'
import type { Confirmation } from '../../../shared/contract/wall/report.ts'
import type { FollowedView } from '../../../shared/contract/wall/wallViews.ts'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { plainProblem, problemWords } from '../tell/plainProblem.ts'
import { followWords } from './followWords.ts'

interface AnswerProps {
	readonly code: string
	/** Until when an answer is waited for. */
	readonly until: string | null
	readonly answered: () => void
}

/** The reporter has the last word: was it fixed, and if not, what is still wrong. */
export const Answer = ({ code, until, answered }: AnswerProps) => {
	const t = useWords(followWords)
	const p = useWords(problemWords)
	const language = useLanguage()
	const [isNo, setNo] = useState(false)
	const form = useForm(
		{ note: '' },
		async ({ note }) => {
			const said: Confirmation = isNo
				? { fixed: false, ...(note.trim() === '' ? {} : { note: note.trim() }) }
				: { fixed: true }
			const path = `/api/public/reports/${encodeURIComponent(code)}/confirmation`
			const answer = await api<FollowedView>(path, { method: 'POST', body: said })
			return answer.is === 'refused' ? { ...answer, problem: plainProblem(answer.problem, p) } : answer
		},
		answered,
	)
	const isSending = form.state === 'sending'
	return (
		<form class="card form" onSubmit={form.submit}>
			<div>
				<h2>{t.question}</h2>
				{until !== null && <p class="small grey">{t.until(date(until, language))}</p>}
			</div>
			{isNo && (
				<Field
					name="note"
					kind="long"
					label={t.why}
					error={form.errors.fields.note}
					value={form.values.note}
					onValue={(value) => form.set('note', value)}
				/>
			)}
			<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
			{isNo ? (
				<div class="follow-answer">
					<button class="button" type="submit" disabled={isSending}>
						{t.sendNo}
					</button>
					<button class="button-quiet" type="button" onClick={() => setNo(false)}>
						{t.cancel}
					</button>
				</div>
			) : (
				<div class="follow-answer">
					<button class="button" type="submit" disabled={isSending}>
						{t.yes}
					</button>
					<button class="button-quiet" type="button" onClick={() => setNo(true)}>
						{t.no}
					</button>
				</div>
			)}
		</form>
	)
}
