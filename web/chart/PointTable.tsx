import { date, dateTime, measured } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { chartWords } from './chartWords.ts'
import type { Point } from './spans.ts'

const most = 200

interface PointTableProps {
	readonly caption: string
	readonly unit: string
	readonly points: readonly Point[]
	/** Each stands for a whole day. */
	readonly isDaily?: boolean
	/** Of what there is or is not: the words for 0 and 1. */
	readonly states?: readonly [string, string] | undefined
}

/** What a chart shows, as a table, the newest first. */
export const PointTable = ({ caption, unit, points, isDaily = false, states }: PointTableProps) => {
	const t = useWords(chartWords)
	const language = useLanguage()
	const hasEnds = points.some(({ low }) => low !== undefined)
	const titles = hasEnds ? [t.mean, t.least, t.greatest] : [t.value]
	return (
		<section class="chart-table" aria-label={caption}>
			<table class="plain-table">
				<caption class="small grey">{points.length > most ? t.newest(most) : ''}</caption>
				<thead>
					<tr>
						<th scope="col">{t.at}</th>
						{titles.map((title) => (
							<th key={title} scope="col" class="figure-cell">
								{title} <span class="unit">{unit}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{points
						.slice(-most)
						.reverse()
						.map(({ at, value, low = value, high = value }) => (
							<tr key={at}>
								<td class="figures">{(isDaily ? date : dateTime)(at, language)}</td>
								{(hasEnds ? [value, low, high] : [value]).map((figure, index) => (
									<td key={titles[index]} class="figures figure-cell">
										{states?.[figure] ?? measured(figure, language)}
									</td>
								))}
							</tr>
						))}
				</tbody>
			</table>
		</section>
	)
}
