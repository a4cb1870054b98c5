import type { ChangesView, OverviewView } from '../../../shared/contract/service/overview.ts'
import { Icon } from '../../components/Icon.tsx'
import { useNow } from '../../components/useNow.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { todayWords } from './todayWords.ts'
import { waitingItems } from './waitingItems.ts'

/** What only somebody at the desk can settle. */
export const Waiting = ({ view, doubts }: { view: OverviewView; doubts: ChangesView['doubts'] }) => {
	const t = useWords(todayWords)
	const language = useLanguage()
	const items = waitingItems(view, doubts, { t, language, now: useNow() })
	return (
		<section class="card stack">
			<h2>{t.waiting}</h2>
			{items.length === 0 ? (
				<p class="grey">{t.nothingWaits}</p>
			) : (
				<ul class="waiting">
					{items.map(({ id, icon, count, text, note, href }) => (
						<li key={id}>
							<a href={href}>
								<Icon name={icon} />
								<span>
									{count && <strong class="figures">{count} </strong>}
									{text}
									{note && <span class="small grey waiting-note">{note}</span>}
								</span>
								<Icon name="chevron" />
							</a>
						</li>
					))}
				</ul>
			)}
		</section>
	)
}
