import type { Band as BandName } from '../../shared/contract/score/liveViews.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { date, month as monthText, scoreText } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Band } from './Band.tsx'
import { monthGrid } from './monthGrid.ts'

export interface HeatDay {
	/** `2026-11-23`. */
	readonly day: string
	readonly score: number | null
	readonly band: BandName
}

interface CalendarHeatProps {
	/** `2026-11`. */
	readonly month: string
	/** Those that are over; the others stay empty. */
	readonly days: readonly HeatDay[]
	readonly href?: (day: string) => string
}

const weekdays = {
	zh: ['一', '二', '三', '四', '五', '六', '日'],
	en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const
const bands: readonly BandName[] = ['excellent', 'good', 'fair', 'poor', 'insufficient']

/** A month at a glance: each day with its points and, in colour, its band; the key says the bands in words. */
export const CalendarHeat = ({ month, days, href }: CalendarHeatProps) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	const known = new Map(days.map((day) => [day.day, day]))
	const cell = (day: string) => {
		const { score = null, band } = known.get(day) ?? {}
		const content = (
			<>
				<span class="heat-number">{Number(day.slice(-2))}</span>
				<span class="heat-score">{band === undefined ? '' : score === null ? '—' : scoreText(score, 0, language)}</span>
				{band && <span class={`heat-mark ${band === 'insufficient' ? 'hatched' : `ground-${band}`}`} />}
			</>
		)
		const title = band && `${date(`${day}T12:00:00+08:00`, language)} · ${t[band]}`
		return (
			<td key={day} class="heat-day figures" title={title}>
				{href && band ? <a href={href(day)}>{content}</a> : content}
			</td>
		)
	}
	return (
		<div class="heat">
			<table>
				<caption>{monthText(month, language)}</caption>
				<thead>
					<tr>
						{weekdays[language].map((name) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{monthGrid(month).map((week) => (
						<tr key={week.join()}>{week.map((day, at) => (day === undefined ? <td key={at} /> : cell(day)))}</tr>
					))}
				</tbody>
			</table>
			<p class="heat-key small">
				{bands.map((band) => (
					<Band key={band} band={band} />
				))}
			</p>
		</div>
	)
}
