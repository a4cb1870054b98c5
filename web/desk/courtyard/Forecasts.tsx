import type { ForecastsView } from '../../../shared/contract/telemetry/forecast.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useApi } from '../../data/useApi.ts'
import { date, dateTime, decimal } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { courtyardWords } from './courtyardWords.ts'

/** Looking ahead reads a hundred hours of each device; what fills in days need not be asked for more often. */
const everyMs = 900_000
const shown = 4

/** To the minute only where that is soon. */
const whenFull = (at: string, now: number, language: Language): string =>
	(Date.parse(at) - now < 3 * 86_400_000 ? dateTime : date)(at, language)

/** Which bins and septic tanks of the courtyard are full next. */
export const Forecasts = ({ courtyard, village }: { courtyard: string; village: string }) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const now = useNow()
	const forecasts = useApi<ForecastsView>(`/api/forecasts?village=${encodeURIComponent(village)}`, { pollMs: everyMs })
	return (
		<section class="card stack">
			<h2>{t.forecast}</h2>
			<Live of={forecasts} skeleton={<Skeleton lines={3} tall />}>
				{(view) => {
					const own = view.forecasts.filter((one) => one.courtyard === courtyard).slice(0, shown)
					if (own.length === 0) return <p class="grey">{t.forecastNone}</p>
					return (
						<ul class="people">
							{own.map(({ device, name, level, limit, fullAt, earliest, latest }) => (
								<li key={device}>
									<span title={t.range(dateTime(earliest, language), dateTime(latest, language))}>
										<a href={`/desk/devices/${encodeURIComponent(device)}?range=month`}>{name[language]}</a>
										<span class="small grey people-note figures">
											{level >= limit
												? t.fullNow(decimal(level, 0, language))
												: (Date.parse(fullAt) < now ? t.forecastPassed : t.forecastLine)(
														decimal(level, 0, language),
														whenFull(fullAt, now, language),
													)}
										</span>
									</span>
								</li>
							))}
						</ul>
					)
				}}
			</Live>
		</section>
	)
}
