import type { NewProfileView } from '../../../../shared/contract/profile/profileView.ts'
import type { WhatIfView } from '../../../../shared/contract/score/whatIf.ts'
import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { api } from '../../../data/api.ts'
import type { Answer } from '../../../data/request.ts'
import { Field } from '../../../forms/Field.tsx'
import { FormErrors } from '../../../forms/FormErrors.tsx'
import { notTaken } from '../../../forms/notTaken.ts'
import { useForm } from '../../../forms/useForm.ts'
import { month } from '../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { movedCount } from '../../rankings/moveKey.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { effectOf, firstOfNextMonth } from './effect.ts'
import type { KnownField } from './fields/profileParts.ts'
import { nextVersion } from './nextVersion.ts'
import { putWords } from './previewWords.ts'
import type { Draft } from './useDraft.ts'
import { withReason } from './withReason.ts'

interface PutDialogProps {
	readonly draft: Draft
	readonly fields: ReadonlyMap<string, KnownField>
	/** The names that are taken. */
	readonly versions: readonly string[]
	/** What a trial of just this showed. */
	readonly tried: WhatIfView | undefined
	readonly onClose: () => void
	readonly onDone: (view: NewProfileView) => void
}

/** The last step: what changes, from when on, why, under which name. */
export const PutDialog = ({ draft, fields, versions, tried, onClose, onDone }: PutDialogProps) => {
	const t = useWords(putWords)
	const language = useLanguage()
	const now = Date.now()
	const form = useForm(
		{
			effectiveFrom: firstOfNextMonth(shanghaiDay(now)),
			version: nextVersion(draft.base.version, versions),
			reason: '',
		},
		async ({ effectiveFrom, version, reason }): Promise<Answer<NewProfileView>> => {
			if (reason.trim() === '') return notTaken('reason', t.reasonMissing)
			const profile = withReason(draft.base, draft.profile, draft.changes, reason)
			const answer = await api<NewProfileView>('/api/profiles', {
				method: 'POST',
				body: { ...profile, effectiveFrom, version },
			})
			return answer.is === 'refused' && answer.problem.status === 409 ? notTaken('version', t.versionTaken) : answer
		},
		onDone,
	)
	const { effectiveFrom, version, reason } = form.values
	const moved = tried && movedCount(tried.rows)
	return (
		<Dialog title={t.title} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<DifferenceList list={draft.changes} fields={fields} />
				<p class={tried ? undefined : 'profile-warning'}>
					{tried && moved !== undefined
						? moved === 0
							? t.triedNothing(month(tried.month, language))
							: t.tried(month(tried.month, language), moved, tried.rows.length)
						: t.notTried}
				</p>
				<Field
					name="effectiveFrom"
					kind="date"
					label={t.from}
					hint={t.fromHint}
					required
					error={form.errors.fields.effectiveFrom}
					value={effectiveFrom}
					onValue={(value) => form.set('effectiveFrom', value)}
				/>
				{/^\d{4}-\d{2}-\d{2}$/.test(effectiveFrom) && (
					<ul class="profile-effect" aria-label={t.effect}>
						{effectOf(effectiveFrom, now, language).map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				)}
				<Field
					name="reason"
					kind="long"
					label={t.reason}
					hint={t.reasonHint}
					error={form.errors.fields.reason}
					value={reason}
					onValue={(value) => form.set('reason', value)}
				/>
				<Field
					name="version"
					label={t.version}
					hint={t.versionHint}
					error={form.errors.fields.version}
					value={version}
					onValue={(value) => form.set('version', value)}
				/>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{form.state === 'sending' ? t.putting : t.put}
				</button>
			</form>
		</Dialog>
	)
}
