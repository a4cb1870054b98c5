import uPlot from 'uplot'
import { date, dateTime, decimal, time } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'
import { chartColour, type Painting, paintGround, paintWords } from './paint.ts'
import type { Span } from './spans.ts'

export interface ChartSetting {
	readonly width: number
	readonly language: Language
	readonly range: Span
	readonly painting: Painting
	/** Charts of one key share cursor and zoom. */
	readonly sync: string
	/** Told what is under the cursor; undefined when it leaves. */
	readonly onCursor: (index: number | undefined) => void
	/** Told whether less than the whole range is shown. */
	readonly onZoom: (isZoomed: boolean) => void
	/** The values have a range, which is shaded. */
	readonly hasEnds: boolean
	/** Of what there is or is not: the words for 0 and 1. */
	readonly states?: readonly [string, string] | undefined
}

const height = 224
/** Bounds the shaded range; itself it is not drawn. */
const end: uPlot.Series = { width: 0, spanGaps: false, points: { show: false } }

/** How a chart of one measurand is drawn. Times are those of the township, wherever the reader is. */
export const chartOptions = (setting: ChartSetting): uPlot.Options => {
	const { width, language, range, painting, sync, onCursor, onZoom, hasEnds, states } = setting
	const text = `12px ${chartColour('--font')}`
	const axis = {
		stroke: () => chartColour('--grey'),
		font: text,
		ticks: { show: false },
		grid: { stroke: () => chartColour('--line'), width: 1 },
	}
	const limits = painting.limits.map(({ value }) => value)
	return {
		width,
		height,
		tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Asia/Shanghai'),
		legend: { show: false },
		cursor: { sync: { key: sync }, points: { size: 8 }, y: false, drag: { x: true, y: false } },
		scales: {
			x: { min: range.from / 1000, max: range.to / 1000 },
			// From the ground up, and high enough that the limit is always in sight.
			y: {
				range: (_chart, min, max) => {
					const low = Math.min(0, min ?? 0)
					const top = Math.max(max ?? low, ...limits)
					const high = top > low ? top : low + 1
					return [low, high + (high - low) * 0.12]
				},
			},
		},
		axes: [
			{
				...axis,
				space: 72,
				size: 28,
				grid: { show: false },
				values: (chart, seconds) => {
					const { min = 0, max = 0 } = chart.scales.x ?? {}
					const isDays = (max ?? 0) - (min ?? 0) > 2 * 86_400
					return seconds.map((at) =>
						isDays || time(at * 1000) === '00:00' ? dayText(at * 1000, language) : time(at * 1000),
					)
				},
			},
			states === undefined
				? { ...axis, size: 48, values: (_chart, values) => ticks(values, language) }
				: { ...axis, size: 48, splits: [0, 1], values: () => [...states] },
		],
		series: [
			{ value: (_chart, at) => dateTime(at * 1000, language) },
			// Before the line, which would lie under the shading otherwise.
			...(hasEnds ? [end, end] : []),
			{
				stroke: () => chartColour('--accent'),
				width: 2,
				spanGaps: false,
				points: { show: true, filter: alone, size: 6, fill: () => chartColour('--accent') },
			},
		],
		...(hasEnds ? { bands: [{ series: [2, 1] as [number, number], fill: () => chartColour('--accent-soft') }] } : {}),
		hooks: {
			drawClear: [(chart) => paintGround(chart, painting)],
			draw: [(chart) => paintWords(chart, painting)],
			setScale: [
				({ scales }, key) => {
					const { min, max } = scales.x ?? {}
					if (key === 'x') onZoom((min ?? 0) > range.from / 1000 || (max ?? 0) < range.to / 1000)
				},
			],
			setCursor: [({ cursor }) => onCursor(cursor.idx ?? undefined)],
		},
	}
}

/** Points without a neighbour: there no line leads to them, and only a dot is seen. */
const alone: uPlot.Series.Points.Filter = (chart, series) => {
	const values = chart.data[series] ?? []
	const isKnown = (index: number): boolean => typeof values[index] === 'number'
	return [...values.keys()].filter((index) => isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1))
}

/** `11月23日`, `23 Nov`: the weekday has no room here. */
const dayText = (at: number, language: Language): string => {
	const [first = '', ...rest] = date(at, language).split(' ')
	return language === 'zh' ? first : rest.join(' ')
}

/** All with the decimals that tell them apart. */
const ticks = (values: readonly number[], language: Language): string[] => {
	const isExact = (digits: number) => values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9)
	const digits = [0, 1, 2, 3].find(isExact) ?? 4
	return values.map((value) => decimal(value, digits, language))
}
