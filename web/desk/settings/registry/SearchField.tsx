import { Icon } from '../../../components/Icon.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { setQuery, useQuery } from '../../../routing/navigation.ts'
import { registryWords } from './registryWords.ts'

/** The words that a list is searched for; they stand in the address as `q`. */
export const SearchField = () => {
	const { search } = useWords(registryWords)
	return (
		<div class="search-field">
			<Icon name="search" />
			<input
				class="input"
				type="search"
				aria-label={search}
				placeholder={search}
				value={useQuery().get('q') ?? ''}
				onInput={({ currentTarget }) => setQuery({ q: currentTarget.value })}
			/>
		</div>
	)
}
