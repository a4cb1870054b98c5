import { Icon } from '../../../components/Icon.tsx'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { setQuery } from '../../../routing/navigation.ts'
import { isAdmin } from '../isAdmin.ts'
import { DifferenceList } from './DifferenceList.tsx'
import type { KnownField, PartId } from './fields/profileParts.ts'
import { PREVIEW } from './Preview.tsx'
import { previewWords, putWords } from './previewWords.ts'
import { profileWords } from './profileWords.ts'
import type { Checked } from './useCheck.ts'
import type { Draft } from './useDraft.ts'

interface ChangesProps {
	readonly draft: Draft
	readonly fields: ReadonlyMap<string, KnownField>
	readonly checked: Checked
	readonly onPut: () => void
}

/** What is changed so far, whether it is sound, and the way to put it in force. */
export const Changes = ({ draft, fields, checked, onPut }: ChangesProps) => {
	const t = useWords(profileWords)
	const put = useWords(putWords)
	const preview = useWords(previewWords)
	const { changes } = draft
	const isSound = checked.is === 'checked' && checked.faults.length === 0
	return (
		<aside class="card stack profile-changes" aria-label={t.changes}>
			<h2>{t.changes}</h2>
			{changes.length === 0 ? (
				<p class="grey">{t.noChanges}</p>
			) : (
				<>
					<DifferenceList list={changes} fields={fields} onUndo={draft.undo} />
					<Soundness checked={checked} fields={fields} />
					<div class="row">
						{isAdmin() && (
							<button type="button" class="button" disabled={!isSound} onClick={onPut}>
								{put.open}
							</button>
						)}
						<a class="button-quiet" href={`#${PREVIEW}`}>
							{preview.run}
						</a>
						<button type="button" class="button-quiet" onClick={draft.reset}>
							{t.reset}
						</button>
					</div>
					{!isAdmin() && <p class="small grey">{put.adminOnly}</p>}
				</>
			)}
		</aside>
	)
}

/** What the check says; a fault that no input shows is told here in full. */
const Soundness = ({ checked, fields }: Pick<ChangesProps, 'checked' | 'fields'>) => {
	const t = useWords(profileWords)
	const language = useLanguage()
	if (checked.is === 'checking') return <p class="grey">{t.checking}</p>
	if (checked.is === 'unknown') return <p class="field-error">{t.notChecked}</p>
	if (checked.faults.length === 0)
		return (
			<p class="profile-sound">
				<Icon name="check" /> {t.sound}
			</p>
		)
	return (
		<div role="status">
			<p class="field-error">
				<strong>{t.faults(checked.faults.length)}</strong>
			</p>
			<ul class="stack">
				{checked.faults.map(({ field, expected, got }) => {
					const place = fields.get(field)
					return (
						<li key={`${field} ${expected.en}`} class="small">
							{place ? (
								<button type="button" class="profile-go" onClick={() => goTo(field, place.part)}>
									{place.group.title[language]} · {place.field.label[language]}
								</button>
							) : (
								<code>{field}</code>
							)}
							<br />
							{t.fault(expected[language], got[language])}
						</li>
					)
				})}
			</ul>
		</div>
	)
}

/** Shows the part of the form in which a field is, and goes there. */
const goTo = (field: string, part: PartId): void => {
	setQuery({ part: part === 'scoring' ? '' : part })
	requestAnimationFrame(() => document.getElementById(field)?.focus())
}
