import type { Band } from '../../shared/contract/views.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { decimal } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { mapPoints } from './mapPoints.ts'

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

const size = { width: 560, height: 480, margin: 56, apart: 78 }

/** Where the courtyards lie, drawn by their positions alone: no tiles, nothing from elsewhere. Each is a link. */
export const CourtyardMap = ({ label, courtyards, href }: CourtyardMapProps) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	const points = new Map(
		mapPoints(
			courtyards.map(({ id, position }) => ({ id, ...position })),
			size,
		).map((point) => [point.id, point]),
	)
	return (
		<svg class="map" viewBox={`0 0 ${size.width} ${size.height}`}>
			<title>{label}</title>
			<g class="map-north">
				<path d="M528 44v-26M520 27l8-10 8 10" />
				<text x="528" y="62">
					N
				</text>
			</g>
			{courtyards.map(({ id, name, score, band }) => {
				const { x = 0, y = 0 } = points.get(id) ?? {}
				const figure = score === null ? t.noPoints : decimal(score, 0, language)
				return (
					<a key={id} href={href(id)} class="map-place" aria-label={`${name}, ${figure}, ${t[band]}`}>
						<circle class={`fill-${band} ${band === 'insufficient' ? 'map-unknown' : ''}`} cx={x} cy={y} r="20" />
						<text class="map-score" x={x} y={y + 5}>
							{figure}
						</text>
						<text class="map-name" x={x} y={y + 38}>
							{name}
						</text>
						<text class={`map-band band-${band}`} x={x} y={y + 54}>
							{t[band]}
						</text>
					</a>
				)
			})}
		</svg>
	)
}
