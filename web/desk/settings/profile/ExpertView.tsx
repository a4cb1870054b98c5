import { useState } from 'preact/hooks'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { profileWords } from './profileWords.ts'
import type { Draft } from './useDraft.ts'

const indent = 2

/** The whole profile as text, for what has no input. */
export const ExpertView = ({ draft, mayType }: { draft: Draft; mayType: boolean }) => {
	const t = useWords(profileWords)
	const current = JSON.stringify(draft.profile, null, indent)
	const [text, setText] = useState<string>()
	const [wrong, setWrong] = useState<string>()
	const take = (): void => {
		try {
			const parsed: unknown = JSON.parse(text ?? current)
			if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('{ … }')
			// Whether it has the form of a profile the check says.
			draft.replace(parsed as Profile)
			setText(undefined)
			setWrong(undefined)
		} catch (error) {
			setWrong(error instanceof Error ? error.message : String(error))
		}
	}
	return (
		<section class="card stack">
			<div class="field">
				<label for="profile-json">{t.json}</label>
				<p class="small grey" id="profile-json-hint">
					{t.jsonHint}
				</p>
				<textarea
					id="profile-json"
					class="input profile-json"
					rows={28}
					spellcheck={false}
					readOnly={!mayType}
					aria-describedby="profile-json-hint"
					aria-invalid={wrong === undefined ? undefined : 'true'}
					value={text ?? current}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
				{wrong !== undefined && <p class="field-error">{t.jsonWrong(wrong)}</p>}
			</div>
			{mayType && (
				<p>
					<button type="button" class="button-quiet" disabled={text === undefined} onClick={take}>
						{t.jsonApply}
					</button>
				</p>
			)}
		</section>
	)
}
