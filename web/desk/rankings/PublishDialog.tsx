import type { AppealView } from '../../../shared/contract/ranking/appeal.ts'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { publishWords } from './publishWords.ts'

interface PublishDialogProps {
	readonly ranking: RankingView
	readonly onClose: () => void
	readonly onDone: () => void
}

/** Before a draft becomes public for good: what everybody will see. */
export const PublishDialog = ({ ranking, onClose, onDone }: PublishDialogProps) => {
	const t = useWords(publishWords)
	const language = useLanguage()
	const { month, draftVersion, generation, rows } = ranking
	const appeals = useApi<{ appeals: AppealView[] }>(`/api/appeals?month=${month}&state=open`)
	const open = appeals.state.is === 'ready' ? appeals.state.value.appeals.length : 0
	const form = useForm(
		{ note: '' },
		({ note }) =>
			api(`/api/rankings/${month}/publish`, {
				method: 'POST',
				body: { draftVersion, ...(note.trim() === '' ? {} : { note }) },
			}),
		onDone,
	)
	const names = (list: string): string =>
		rows
			.flatMap((row) => (row.is === 'ranked' && row.listing?.list === list ? row.name[language] : []))
			.join(language === 'zh' ? '、' : ', ')
	const [red, black] = [names('red'), names('black')]
	return (
		<Dialog title={t.publishTitle(monthText(month, language))} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<div>
					<p>{t.willBePublic}</p>
					<ul class="bullets">
						<li>{t.ranked(generation.counts.ranked, generation.counts.unranked)}</li>
						{red !== '' && <li>{t.redNames(red)}</li>}
						{black !== '' && <li>{t.blackNames(black)}</li>}
						<li>{t.reasons}</li>
					</ul>
				</div>
				{open > 0 && (
					<p class="stale">
						<Icon name="warning" />
						{t.openAppeals(open)}
					</p>
				)}
				<p>{t.forGood}</p>
				<Field
					name="note"
					label={t.note}
					error={form.errors.fields.note}
					value={form.values.note}
					onValue={(value) => form.set('note', value)}
				/>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{t.confirm}
				</button>
			</form>
		</Dialog>
	)
}
