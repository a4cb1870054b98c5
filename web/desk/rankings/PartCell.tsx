import type { PartResult } from '../../../shared/contract/ranking/ranking.ts'
import { decimal, percent } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'

interface PartCellProps {
	readonly part: PartResult
	/** Its share of the whole where no part is missing, 0 to 1. */
	readonly usual: number
}

/** One part of a score. A missing one says why; where it counts more because another is missing, that is said as well. */
export const PartCell = ({ part: { score, share, why }, usual }: PartCellProps) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	if (score === null)
		return (
			<span class="part-missing grey">
				—<span class="small part-why">{why?.[language]}</span>
			</span>
		)
	return (
		<span class="part">
			{decimal(score, 2, language)}
			{Math.abs(share - usual) > 0.0005 && (
				<span class="small grey part-share">{t.counts(percent(share, language))}</span>
			)}
		</span>
	)
}
