import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { inChargeOn } from '../../../shared/domain/person/inCharge.ts'
import { Icon } from '../../components/Icon.tsx'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { courtyardWords } from './courtyardWords.ts'

/** Who answers for the courtyard: the head, and deputies whose time has not passed. */
export const People = ({ courtyard, today }: { courtyard: CourtyardView; today: string }) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const head = courtyard.head ?? courtyard.inCharge?.person.name
	const deputies = (courtyard.inCharge?.deputies ?? []).filter(({ until }) => until >= today)
	const now = inChargeOn(courtyard, today)
	const noon = (day: string): string => date(`${day}T12:00:00+08:00`, language)
	return (
		<section class="card stack">
			<h2>{t.people}</h2>
			<ul class="people">
				<li>
					<Icon name="person" />
					<span>
						{head === undefined ? <span class="grey">{t.noHead}</span> : <strong>{head}</strong>}
						{head !== undefined && <span class="small grey people-note">{t.head}</span>}
					</span>
				</li>
				{deputies.map(({ person, from, until }) => (
					<li key={`${person.id} ${from}`}>
						<Icon name="person" />
						<span>
							<strong>{person.name}</strong>
							<span class="small grey people-note">
								{t.deputy} {t.deputyDays(noon(from), noon(until))}
								{now?.id === person.id && ` · ${t.standsIn}`}
							</span>
						</span>
					</li>
				))}
			</ul>
		</section>
	)
}
