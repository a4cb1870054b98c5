import type { Band } from '../../shared/contract/score/liveViews.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { scoreText } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Band as BandWord } from './Band.tsx'
import { mapPoints, nameLines } from './mapPoints.ts'

export interface MapCourtyard {
	readonly id: string
	readonly name: string
	readonly score: number | null
	readonly band: Band
	readonly position: { readonly lat: number; readonly lon: number }
}

interface CourtyardMapProps {
	readonly label: string
	readonly courtyards: readonly MapCourtyard[]
	readonly href: (id: string) => string
}

const size = { width: 560, height: 520, margin: 60, apart: 92 }
const bands: readonly Band[] = ['excellent', 'good', 'fair', 'poor', 'insufficient']

/** Where the courtyards lie, drawn by their positions alone: no tiles, nothing from elsewhere. Each is a link. */
export const CourtyardMap = ({ label, courtyards, href }: CourtyardMapProps) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	const places = courtyards.map(({ id, position }) => ({ id, ...position }))
	const points = new Map(mapPoints(places, size).map((point) => [point.id, point]))
	return (
		<>
			<svg class="map" viewBox={`0 0 ${size.width} ${size.height}`}>
				<title>{label}</title>
				<g class="map-north">
					<path d="M536 38v-26M528 21l8-10 8 10" />
					<text x="536" y="56">
						N
					</text>
				</g>
				{courtyards.map(({ id, name, score, band }) => {
					const { x = 0, y = 0 } = points.get(id) ?? {}
					const figure = score === null ? t.noPoints : scoreText(score, 0, language)
					return (
						<a key={id} href={href(id)} class="map-place">
							<title>{`${name} · ${figure} · ${t[band]}`}</title>
							<circle class={`band-${band} ${band === 'insufficient' ? 'map-unknown' : ''}`} cx={x} cy={y} r="20" />
							<text class="map-score" x={x} y={y + 5}>
								{figure}
							</text>
							{nameLines(name).map((line, index) => (
								<text key={line} class="map-name" x={x} y={y + 37 + index * 16}>
									{line}
								</text>
							))}
						</a>
					)
				})}
			</svg>
			<p class="map-key">
				{bands
					.filter((band) => courtyards.some((courtyard) => courtyard.band === band))
					.map((band) => (
						<BandWord key={band} band={band} />
					))}
			</p>
		</>
	)
}
