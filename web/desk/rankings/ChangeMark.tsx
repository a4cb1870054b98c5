import type { RankedRow } from '../../../shared/contract/ranking/ranking.ts'
import { RankChange } from '../../components/RankChange.tsx'
import { useLanguage } from '../../i18n/useWords.ts'

/** Places gained or lost against last month's published ranking, or why that cannot be said. */
export const ChangeMark = ({ row: { change, places } }: { row: Pick<RankedRow, 'change' | 'places'> }) => {
	const language = useLanguage()
	if (change.is !== 'moved') return <span class="grey small">{change.text[language]}</span>
	const { rank } = places.township
	return <RankChange rank={rank} before={rank + change.places} />
}
