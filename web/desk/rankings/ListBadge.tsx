import type { Listing } from '../../../shared/contract/ranking/ranking.ts'
import { useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'

/** On which list a courtyard stands, as its word. */
export const ListBadge = ({ list }: { list: Listing['list'] }) => (
	<span class={`badge badge-${list}`}>{useWords(rankingsWords)[list]}</span>
)
