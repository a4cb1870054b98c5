import type { Language } from '../../../i18n/language.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import type { FieldGroup } from './fields/profileField.ts'
import { ProfileInput } from './ProfileInput.tsx'
import { pathText, valueAt } from './profilePath.ts'
import { profileWords } from './profileWords.ts'
import { withUnit } from './saidOf.ts'
import { sourceOf } from './sourceOf.ts'
import { sourceText } from './sourceText.ts'
import type { Fault } from './useCheck.ts'
import type { Draft } from './useDraft.ts'

interface GroupsProps {
	readonly groups: readonly FieldGroup[]
	readonly draft: Draft
	readonly faults: readonly Fault[]
	readonly mayType: boolean
	/** Many groups of the same kind: each shows its first numbers, and opens. */
	readonly isFolded?: boolean
}

/** How many numbers a closed group shows of itself. */
const SHOWN = 3

/** Groups of numbers, each a card. */
export const Groups = ({ groups, draft, faults, mayType, isFolded = false }: GroupsProps) => {
	const language = useLanguage()
	const changed = new Set(draft.changes.map(({ path }) => pathText(path)))
	const faultOf = (name: string) => faults.find(({ field }) => field === name)
	const isBusy = (group: FieldGroup) =>
		group.fields.some(({ path }) => changed.has(pathText(path)) || faultOf(pathText(path)))
	return (
		<div class="profile-groups">
			{groups.map((group) => {
				const fields = (
					<>
						{group.note && <p class="grey small">{group.note[language]}</p>}
						<div class="profile-fields">
							{group.fields.map((field) => {
								const name = pathText(field.path)
								return (
									<ProfileInput
										key={name}
										field={field}
										value={draft.typed(field)}
										isChanged={changed.has(name)}
										fault={faultOf(name)}
										onValue={mayType ? (text) => draft.type(field, text) : undefined}
									/>
								)
							})}
						</div>
						<Source group={group} draft={draft} />
					</>
				)
				return isFolded ? (
					<details key={group.id} class="card profile-fold" open={isBusy(group)}>
						<summary>
							<strong>{group.title[language]}</strong>
							<span class="grey small">{summaryOf(group, draft, language)}</span>
						</summary>
						{fields}
					</details>
				) : (
					<section key={group.id} class="card stack">
						<h2>{group.title[language]}</h2>
						{fields}
					</section>
				)
			})}
		</div>
	)
}

const summaryOf = (group: FieldGroup, draft: Draft, language: Language): string => {
	const keys = group.fields.filter(({ isKey }) => isKey)
	const colon = language === 'zh' ? '：' : ': '
	return (keys.length > 0 ? keys : group.fields.slice(0, SHOWN))
		.map((field) => `${field.label[language]}${colon}${withUnit(field, valueAt(draft.profile, field.path), language)}`)
		.join(language === 'zh' ? '；' : '; ')
}

/** What the numbers of a group are founded on. */
const Source = ({ group, draft }: { group: FieldGroup; draft: Draft }) => {
	const t = useWords(profileWords)
	const language = useLanguage()
	const place = group.fields[0] && sourceOf(draft.profile, group.fields[0].path)
	const source = place && valueAt(draft.profile, place)
	return source ? <p class="small grey">{t.source(sourceText(String(source), language))}</p> : null
}
