import { Icon } from '../../../components/Icon.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { registryWords } from './registryWords.ts'

/** Leads to the form of an entry, from a row that as a whole leads to the thing itself. */
export const ChangeLink = ({ room, id, name }: { room: 'devices' | 'courtyards'; id: string; name: string }) => {
	const t = useWords(registryWords)
	return (
		<a
			class="quiet-link above-row"
			href={`/desk/settings/${room}/${encodeURIComponent(id)}/change`}
			aria-label={t.changeOf(name)}
		>
			<Icon name="edit" />
			{t.change}
		</a>
	)
}
