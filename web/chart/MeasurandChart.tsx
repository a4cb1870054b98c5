import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import './chart.css'
import { commonWords } from '../i18n/commonWords.ts'
import { date, dateTime, duration, measured } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { chartOptions } from './chartOptions.ts'
import { chartWords } from './chartWords.ts'
import { PointTable } from './PointTable.tsx'
import type { Limit } from './paint.ts'
import { gapsOf, nightsOf, type Point, type Span, withHoles } from './spans.ts'

export interface MeasurandChartProps {
	/** The measurand in the reader's words, and its unit. */
	readonly title: string
	readonly unit: string
	/** In the order of time. */
	readonly points: readonly Point[]
	/** What the chart shows, whether there is data or not. */
	readonly range: Span
	/** How long a reading holds; what is longer without one is a gap. */
	readonly holdMs: number
	readonly limits?: readonly Limit[]
	readonly alarms?: readonly Span[]
	/** Until when there can be data; later is no gap. Absent: to the end of the range. */
	readonly knownUntil?: number
	/** Each point stands for a whole day. */
	readonly isDaily?: boolean
	/** Charts of one name share cursor and zoom. */
	readonly sync?: string
	/** Of what there is or is not: the words for 0 and 1. */
	readonly states?: readonly [string, string]
}

const none: readonly never[] = []
/** Over more days the nights are only stripes. */
const mostNightsMs = 10 * 86_400_000

/** Shows all of the range again, in every chart that is zoomed along. */
const wholeRange = (sync: string, { from, to }: Span): void => {
	for (const chart of uPlot.sync(sync).plots) chart.setScale('x', { min: from / 1000, max: to / 1000 })
}

/** One measurand over time: line, limits, alarms, gaps and nights; the same data as a table is one click away. */
export const MeasurandChart = (props: MeasurandChartProps) => {
	const { title, unit, points, range, holdMs, limits = none, alarms = none, sync = 'charts' } = props
	const { knownUntil = range.to, isDaily = false, states } = props
	const t = useWords(chartWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const [isTable, setTable] = useState(false)
	const [under, setUnder] = useState<number | undefined>()
	const [isZoomed, setZoomed] = useState(false)
	const frame = useRef<HTMLDivElement>(null)
	const gaps = useMemo(
		() =>
			gapsOf(points, { from: range.from, to: Math.min(range.to, knownUntil) }, holdMs).map((gap) => ({
				...gap,
				label: common.noData(duration(gap.to - gap.from, language)),
			})),
		[points, range, knownUntil, holdMs, common, language],
	)
	const nights = useMemo(() => (range.to - range.from > mostNightsMs ? none : nightsOf(range)), [range])
	const data = useMemo(() => withHoles(points, gaps), [points, gaps])
	useEffect(() => {
		const place = frame.current
		if (place === null || isTable) return
		const limitText = ({ name, value }: Limit) => `${name} ${measured(value, language)} ${unit}`
		const painting = { limits, alarms, gaps, nights, limitText }
		const told = { onCursor: setUnder, onZoom: setZoomed, hasEnds: data.length > 2 }
		const setting = { width: place.clientWidth, language, range, painting, sync, states, ...told }
		const chart = new uPlot(chartOptions(setting), data, place)
		uPlot.sync(sync).sub(chart)
		const resized = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: chart.height }))
		resized.observe(place)
		const dark = matchMedia('(prefers-color-scheme: dark)')
		const redraw = () => chart.redraw()
		dark.addEventListener?.('change', redraw)
		return () => {
			dark.removeEventListener?.('change', redraw)
			resized.disconnect()
			chart.destroy()
		}
	}, [data, gaps, limits, alarms, range, unit, sync, language, isTable, nights, states])
	const seconds = under === undefined ? undefined : data[0][under]
	const value = under === undefined ? undefined : data.at(-1)?.[under]
	const last = points.at(-1)
	const shown = seconds !== undefined && typeof value === 'number' ? { at: seconds * 1000, value } : last
	return (
		<figure class="card chart">
			<figcaption class="row apart">
				<span>
					<strong>{title}</strong>
					<span class="unit">{unit}</span>
				</span>
				<span class="figures grey chart-readout">
					{shown && (
						<>
							{(isDaily ? date : dateTime)(shown.at, language)}{' '}
							<strong>{states?.[shown.value] ?? measured(shown.value, language)}</strong>
						</>
					)}
				</span>
				<button type="button" class="quiet-link plain small" onClick={() => setTable(!isTable)}>
					{isTable ? t.chart : t.table}
				</button>
			</figcaption>
			{isTable ? (
				<PointTable caption={title} unit={unit} points={points} isDaily={isDaily} states={states} />
			) : (
				<>
					<div ref={frame} class="chart-frame" aria-hidden="true" />
					<p class="small grey chart-legend">
						{alarms.length > 0 && <span class="chart-key chart-key-alarm">{t.alarm}</span>}
						{nights.length > 0 && <span class="chart-key chart-key-night">{t.night}</span>}
						{data.length > 2 && <span class="chart-key chart-key-range">{t.ends}</span>}
						{isZoomed ? (
							<button type="button" class="quiet-link plain" onClick={() => wholeRange(sync, range)}>
								{t.wholeRange}
							</button>
						) : (
							<span class={points.length === 0 ? undefined : 'chart-hint'}>
								{points.length === 0 ? t.none : t.zoomHint}
							</span>
						)}
					</p>
				</>
			)}
		</figure>
	)
}
