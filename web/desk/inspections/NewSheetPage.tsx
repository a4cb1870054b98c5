import './inspections.css'
import { useState } from 'preact/hooks'
import type { InspectionRecordView } from '../../../shared/contract/inspection/inspectionViews.ts'
import type { InspectionItem } from '../../../shared/contract/profile/judgingRules.ts'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { navigate, useQuery } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { inspectionsWords } from './inspectionsWords.ts'
import { ScoreBar } from './ScoreBar.tsx'
import { SheetItems } from './SheetItems.tsx'
import { type Draft, scoreOf } from './sheetDraft.ts'
import { sheetHref } from './sheetHref.ts'
import { useSheetItems } from './useSheetItems.ts'

/** A sheet to be filled in on a walk through a courtyard. */
export const NewSheetPage = () => {
	const t = useWords(inspectionsWords)
	const [day, setDay] = useState(() => shanghaiDay(Date.now()))
	const profile = useSheetItems(day)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	return (
		<Page title={t.fillTitle} note={t.tick}>
			{mayDecide() ? (
				<Live of={courtyards} skeleton={<Skeleton lines={6} tall />}>
					{({ courtyards: all }) => (
						<Live of={profile} skeleton={<Skeleton lines={6} tall />}>
							{(view) => <SheetForm courtyards={all} items={view.profile.inspection} day={day} onDay={setDay} />}
						</Live>
					)}
				</Live>
			) : (
				<Notice icon="inspection" title={t.readOnly} />
			)}
		</Page>
	)
}

interface SheetFormProps {
	readonly courtyards: readonly CourtyardView[]
	readonly items: readonly InspectionItem[]
	readonly day: string
	readonly onDay: (day: string) => void
}

const SheetForm = ({ courtyards, items, day, onDay }: SheetFormProps) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	const asked = useQuery().get('courtyard') ?? ''
	const [draft, setDraft] = useState<Draft>([])
	const form = useForm(
		{ courtyard: courtyards.some(({ id }) => id === asked) ? asked : '' },
		({ courtyard }) =>
			api<InspectionRecordView>('/api/inspections', { method: 'POST', body: { courtyard, day, deductions: draft } }),
		({ id }) => navigate(sheetHref(id)),
	)
	return (
		<form class="sheet-form" onSubmit={form.submit}>
			<div class="sheet-head">
				<Field
					name="courtyard"
					kind="choice"
					label={t.courtyard}
					error={form.errors.fields.courtyard}
					value={form.values.courtyard}
					onValue={(value) => form.set('courtyard', value)}
					choices={[
						{ value: '', label: t.choose },
						...courtyards.map(({ id, name, villageName }) => ({
							value: id,
							label: `${villageName?.[language] ?? ''} ${name[language]}`,
						})),
					]}
				/>
				<Field name="day" kind="date" label={t.day} value={day} onValue={onDay} />
			</div>
			<SheetItems items={items} draft={draft} onDraft={setDraft} />
			<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
			<ScoreBar score={scoreOf(draft, items).score}>
				<button type="submit" class="button" disabled={form.state === 'sending' || form.values.courtyard === ''}>
					{form.values.courtyard === '' ? t.chooseFirst : t.submit}
				</button>
			</ScoreBar>
		</form>
	)
}
