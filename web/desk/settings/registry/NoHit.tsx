import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { setQuery } from '../../../routing/navigation.ts'
import { registryWords } from './registryWords.ts'

/** A list has entries, but the search and the filters leave none. */
export const NoHit = ({ filters }: { filters: readonly string[] }) => {
	const t = useWords(registryWords)
	const none = Object.fromEntries(['q', ...filters].map((name) => [name, '']))
	return (
		<Notice
			icon="search"
			title={t.noHit}
			action={
				<button type="button" class="button-quiet" onClick={() => setQuery(none)}>
					{t.clear}
				</button>
			}
		>
			{t.noHitNote}
		</Notice>
	)
}
