import type uPlot from 'uplot'
import type { Span } from './spans.ts'

/** A limit as a dashed line: “及格线 1 mg/m³”. */
export interface Limit {
	readonly name: string
	readonly value: number
}

export interface Painting {
	readonly limits: readonly Limit[]
	readonly alarms: readonly Span[]
	readonly gaps: readonly (Span & { readonly label: string })[]
	readonly nights: readonly Span[]
	readonly limitText: (limit: Limit) => string
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const ratio = (): number => devicePixelRatio || 1
const font = (): string => `${12 * ratio()}px ${colour('--font')}`

const edges = (chart: uPlot, { from, to }: Span): [number, number] => {
	const { left, width } = chart.bbox
	const at = (ms: number) => Math.min(left + width, Math.max(left, chart.valToPos(ms / 1000, 'x', true)))
	return [at(from), at(to)]
}

/** Under the line: nights, alarms along the ground, gaps hatched. */
export const paintGround = (chart: uPlot, { nights, alarms, gaps }: Painting): void => {
	const { ctx, bbox } = chart
	ctx.save()
	ctx.fillStyle = colour('--sunken')
	for (const night of nights) {
		const [left, right] = edges(chart, night)
		ctx.fillRect(left, bbox.top, right - left, bbox.height)
	}
	for (const alarm of alarms) {
		const [left, right] = edges(chart, alarm)
		ctx.fillStyle = colour('--poor-soft')
		ctx.fillRect(left, bbox.top, Math.max(ratio(), right - left), bbox.height)
		ctx.fillStyle = colour('--poor')
		ctx.fillRect(left, bbox.top + bbox.height - 4 * ratio(), Math.max(ratio(), right - left), 4 * ratio())
	}
	for (const gap of gaps) paintGap(chart, gap)
	ctx.restore()
}

const paintGap = (chart: uPlot, gap: Span): void => {
	const { ctx, bbox } = chart
	const [left, right] = edges(chart, gap)
	if (right - left < 2) return
	ctx.save()
	ctx.beginPath()
	ctx.rect(left, bbox.top, right - left, bbox.height)
	ctx.clip()
	ctx.strokeStyle = colour('--line')
	ctx.lineWidth = ratio()
	ctx.beginPath()
	for (let x = left - bbox.height; x < right; x += 8 * ratio()) {
		ctx.moveTo(x, bbox.top + bbox.height)
		ctx.lineTo(x + bbox.height, bbox.top)
	}
	ctx.stroke()
	ctx.restore()
}

/** In the middle of the gap and over its edges where it is narrower than the words, but never out of the chart. */
const paintLabel = ({ ctx, bbox }: uPlot, text: string, middle: number): void => {
	ctx.save()
	ctx.font = font()
	ctx.textAlign = 'center'
	ctx.textBaseline = 'middle'
	const half = ctx.measureText(text).width / 2 + 6 * ratio()
	const x = Math.min(bbox.left + bbox.width - half, Math.max(bbox.left + half, middle))
	const y = bbox.top + 16 * ratio()
	ctx.fillStyle = colour('--surface')
	ctx.fillRect(x - half, y - 11 * ratio(), 2 * half, 22 * ratio())
	ctx.fillStyle = colour('--grey')
	ctx.fillText(text, x, y)
	ctx.restore()
}

/** Over the line: how long each gap is, and each limit, named at the right edge. */
export const paintWords = (chart: uPlot, painting: Painting): void => {
	for (const gap of painting.gaps) {
		const [left, right] = edges(chart, gap)
		if (right - left > 20 * ratio()) paintLabel(chart, gap.label, (left + right) / 2)
	}
	paintLimits(chart, painting)
}

const paintLimits = (chart: uPlot, { limits, limitText }: Painting): void => {
	const { ctx, bbox } = chart
	ctx.save()
	ctx.font = font()
	ctx.textAlign = 'right'
	ctx.textBaseline = 'bottom'
	ctx.lineWidth = 1.5 * ratio()
	for (const limit of limits) {
		const y = chart.valToPos(limit.value, 'y', true)
		if (y < bbox.top || y > bbox.top + bbox.height) continue
		ctx.strokeStyle = colour('--poor')
		ctx.setLineDash([6 * ratio(), 4 * ratio()])
		ctx.beginPath()
		ctx.moveTo(bbox.left, y)
		ctx.lineTo(bbox.left + bbox.width, y)
		ctx.stroke()
		const text = limitText(limit)
		const right = bbox.left + bbox.width - 4 * ratio()
		ctx.lineWidth = 4 * ratio()
		ctx.setLineDash([])
		ctx.strokeStyle = colour('--surface')
		ctx.strokeText(text, right, y - 3 * ratio())
		ctx.fillStyle = colour('--poor-text')
		ctx.fillText(text, right, y - 3 * ratio())
		ctx.lineWidth = 1.5 * ratio()
	}
	ctx.restore()
}

export const chartColour = colour
