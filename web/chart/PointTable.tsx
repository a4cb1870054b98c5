import { dateTime, measured } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { chartWords } from './chartWords.ts'
import type { Point } from './spans.ts'

const most = 200

/** What a chart shows, as a table, the newest first. */
export const PointTable = ({ caption, unit, points }: { caption: string; unit: string; points: readonly Point[] }) => {
	const t = useWords(chartWords)
	const language = useLanguage()
	return (
		<section class="chart-table" aria-label={caption}>
			<table class="plain-table">
				<caption class="small grey">{points.length > most ? t.newest(most) : ''}</caption>
				<thead>
					<tr>
						<th scope="col">{t.at}</th>
						<th scope="col" class="figure-cell">
							{t.value} <span class="unit">{unit}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{points
						.slice(-most)
						.reverse()
						.map(({ at, value }) => (
							<tr key={at}>
								<td class="figures">{dateTime(at, language)}</td>
								<td class="figures figure-cell">{measured(value, language)}</td>
							</tr>
						))}
				</tbody>
			</table>
		</section>
	)
}
