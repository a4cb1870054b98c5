import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'

interface PlansProps {
	readonly ranking: RankingView
	readonly courtyard: string
	readonly onEnter: () => void
}

/** How a courtyard on the black list means to mend matters: the latest plan, and the way to a newer one. */
export const Plans = ({ ranking, courtyard, onEnter }: PlansProps) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	if (ranking.revision === undefined) return null
	const plan = ranking.plans?.filter((one) => one.courtyard === courtyard).sort((a, b) => b.at - a.at)[0]
	return (
		<div class="plan">
			<p class="small grey">{t.plan}</p>
			{plan ? (
				<>
					<p>{plan.text}</p>
					<p class="small grey">{t.planDue(date(`${plan.due}T12:00:00+08:00`, language), plan.by.name)}</p>
				</>
			) : (
				<p class="small">{t.noPlan}</p>
			)}
			<button type="button" class="quiet-link plain no-print" onClick={onEnter}>
				<Icon name="edit" />
				{plan ? t.newPlan : t.enterPlan}
			</button>
		</div>
	)
}
