import { useState } from 'preact/hooks'
import type { InspectionItem } from '../../../shared/contract/profile/judgingRules.ts'
import { Icon } from '../../components/Icon.tsx'
import { measured } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { inspectionsWords } from './inspectionsWords.ts'
import { type Draft, isMarked, marked, scoreOf, withOther } from './sheetDraft.ts'

interface SheetItemsProps {
	readonly items: readonly InspectionItem[]
	readonly draft: Draft
	readonly onDraft: (draft: Draft) => void
}

/** The items of a sheet: what is usually found is one tap, anything else a few words and its points. */
export const SheetItems = ({ items, draft, onDraft }: SheetItemsProps) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	const { left } = scoreOf(draft, items)
	return (
		<>
			{items.map((item) => {
				const rest = left.get(item.id) ?? item.points
				const others = draft.filter(
					(one) => one.item === item.id && !item.defects.some(({ name }) => name.zh === one.defect?.zh),
				)
				return (
					<fieldset key={item.id} class="card sheet-item">
						<legend class="spoken">{item.name[language]}</legend>
						<p class="row apart" aria-hidden="true">
							<strong>{item.name[language]}</strong>
							<span class={`figures ${rest < item.points ? 'sheet-less' : 'grey'}`}>
								{t.left(measured(rest, language), measured(item.points, language))}
							</span>
						</p>
						{item.defects.map((defect) => (
							<label key={defect.name.zh} class="sheet-defect">
								<input
									type="checkbox"
									checked={isMarked(draft, item.id, defect.name)}
									onChange={() => onDraft(marked(draft, item.id, defect))}
								/>
								<span>{defect.name[language]}</span>
								<span class="figures grey">{t.minus(measured(defect.points, language))}</span>
							</label>
						))}
						{others.map((one) => (
							<p key={`${one.note}${one.points}`} class="sheet-defect">
								<button
									type="button"
									class="button-icon"
									onClick={() => onDraft(draft.filter((other) => other !== one))}
								>
									<Icon name="close" label={t.remove} />
								</button>
								<span>{one.note ?? one.defect?.[language]}</span>
								<span class="figures grey">{t.minus(measured(one.points, language))}</span>
							</p>
						))}
						<Other onAdd={(note, points) => onDraft(withOther(draft, item.id, note, points))} />
					</fieldset>
				)
			})}
		</>
	)
}

const Other = ({ onAdd }: { onAdd: (note: string, points: number) => void }) => {
	const t = useWords(inspectionsWords)
	const [isOpen, setOpen] = useState(false)
	const [note, setNote] = useState('')
	const [points, setPoints] = useState('3')
	if (!isOpen)
		return (
			<button type="button" class="quiet-link plain sheet-other" onClick={() => setOpen(true)}>
				<Icon name="plus" />
				{t.other}
			</button>
		)
	return (
		<div class="sheet-add">
			<label>
				<span class="small">{t.otherWhat}</span>
				<input class="input" value={note} maxLength={500} onInput={(event) => setNote(event.currentTarget.value)} />
			</label>
			<label>
				<span class="small">{t.otherPoints}</span>
				<input
					class="input"
					type="number"
					min="1"
					value={points}
					onInput={(event) => setPoints(event.currentTarget.value)}
				/>
			</label>
			<button
				type="button"
				class="button-quiet"
				disabled={note.trim() === '' || !(Number(points) > 0)}
				onClick={() => {
					onAdd(note, Number(points))
					setNote('')
					setOpen(false)
				}}
			>
				{t.add}
			</button>
		</div>
	)
}
