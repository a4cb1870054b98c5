import { useState } from 'preact/hooks'
import type { InspectionRecordView } from '../../../shared/contract/inspection/inspectionViews.ts'
import type { InspectionItem } from '../../../shared/contract/profile/judgingRules.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { setQuery } from '../../routing/navigation.ts'
import { inspectionsWords } from './inspectionsWords.ts'
import { ScoreBar } from './ScoreBar.tsx'
import { SheetItems } from './SheetItems.tsx'
import { type Draft, scoreOf } from './sheetDraft.ts'
import { useSheetItems } from './useSheetItems.ts'

interface CorrectSheetProps {
	readonly sheet: InspectionRecordView
	readonly onDone: () => void
}

/** The sheet as it should have been, with the reason; the one before stays on record. */
export const CorrectSheet = ({ sheet, onDone }: CorrectSheetProps) => (
	<Live of={useSheetItems(sheet.day)} skeleton={<Skeleton lines={6} tall />}>
		{({ profile }) => <Correction sheet={sheet} suggested={profile.inspection} onDone={onDone} />}
	</Live>
)

const Correction = ({
	sheet,
	suggested,
	onDone,
}: CorrectSheetProps & { readonly suggested: readonly InspectionItem[] }) => {
	const t = useWords(inspectionsWords)
	const common = useWords(commonWords)
	const [draft, setDraft] = useState<Draft>(() =>
		sheet.deductions.flatMap(({ struck, cost: _, text: __, ...standing }) => (struck ? [] : standing)),
	)
	// The sheet keeps the items it was made with; the profile only suggests what is usually found.
	const items = sheet.items.map(({ left: _, ...item }) => ({
		...item,
		source: '',
		defects: suggested.find(({ id }) => id === item.id)?.defects ?? [],
	}))
	const form = useForm(
		{ reason: '' },
		({ reason }) =>
			api<InspectionRecordView>(`/api/inspections/${encodeURIComponent(sheet.id)}`, {
				method: 'PUT',
				body: { revision: sheet.revision, reason, deductions: draft },
			}),
		onDone,
	)
	return (
		<form class="sheet-form" onSubmit={form.submit}>
			<SheetItems items={items} draft={draft} onDraft={setDraft} />
			<Field
				name="reason"
				required
				label={t.reason}
				error={form.errors.fields.reason}
				value={form.values.reason}
				onValue={(value) => form.set('reason', value)}
			/>
			<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
			<ScoreBar score={scoreOf(draft, items).score}>
				<button type="button" class="button-quiet" onClick={() => setQuery({ edit: undefined })}>
					{common.cancel}
				</button>
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{t.saveCorrection}
				</button>
			</ScoreBar>
		</form>
	)
}
