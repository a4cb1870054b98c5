import { Icon } from '../../../components/Icon.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { registryWords } from './registryWords.ts'

/** Why there are no buttons to whoever does not keep the registry. */
export const ReadOnly = () => {
	const t = useWords(registryWords)
	if (isAdmin()) return null
	return (
		<p class="read-only small">
			<Icon name="person" />
			{t.readOnly}
		</p>
	)
}
