import { useState } from 'preact/hooks'
import type { DutiesView } from '../../../shared/contract/inspection/duties.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { headsWords } from './headsWords.ts'

interface DutiesDialogProps {
	readonly title: string
	readonly courtyard: string
	readonly month: string
	readonly onClose: () => void
}

/** The duties of a head in a month and who said that they are done; staff correct, with a reason. */
export const DutiesDialog = ({ title, courtyard, month, onClose }: DutiesDialogProps) => {
	const path = `/api/heads/${encodeURIComponent(courtyard)}/duties/${month}`
	const duties = useApi<DutiesView>(path)
	return (
		<Dialog title={title} onClose={onClose}>
			<Live of={duties} skeleton={<Skeleton lines={4} />}>
				{(view) => <Duties key={view.version} view={view} path={path} onDone={duties.refresh} />}
			</Live>
		</Dialog>
	)
}

const Duties = ({ view, path, onDone }: { view: DutiesView; path: string; onDone: () => void }) => {
	const t = useWords(headsWords)
	const language = useLanguage()
	const before = view.duties.flatMap(({ id, isDone }) => (isDone ? [id] : []))
	const [done, setDone] = useState<readonly string[]>(before)
	const isChanged = done.length !== before.length || done.some((id) => !before.includes(id))
	const form = useForm(
		{ reason: '' },
		({ reason }) => api<DutiesView>(path, { method: 'PUT', body: { version: view.version, done, reason } }),
		onDone,
	)
	return (
		<form class="form" onSubmit={form.submit}>
			<p class="grey">{t.dutiesOf(before.length, view.duties.length)}</p>
			{view.duties.map(({ id, name, last }) => (
				<label key={id} class="choice">
					<input
						type="checkbox"
						checked={done.includes(id)}
						onChange={() => setDone(done.includes(id) ? done.filter((one) => one !== id) : [...done, id])}
					/>
					<span>
						{name[language]}
						{last && (
							<span class="small grey ranked-about">
								{t.said(last.by.name, dateTime(last.at, language))}
								{last.reason && ` · ${last.reason}`}
							</span>
						)}
					</span>
				</label>
			))}
			{isChanged && (
				<>
					<Field
						name="reason"
						required
						label={t.reason}
						error={form.errors.fields.reason}
						value={form.values.reason}
						onValue={(value) => form.set('reason', value)}
					/>
					<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
					<button type="submit" class="button" disabled={form.state === 'sending'}>
						{t.correct}
					</button>
				</>
			)}
		</form>
	)
}
