import type { SensorView } from '../../shared/contract/telemetry/sensorView.ts'

const width = 300
const height = 72
const edge = 6

interface SparklineProps {
	readonly sensor: SensorView
	/** What is to be seen, for whoever cannot see it. */
	readonly label: string
}

/** The course of the readings with the limit as a dashed line, just large enough to see whether it gets better. */
export const Sparkline = ({ sensor: { points, limit }, label }: SparklineProps) => {
	const times = points.map(({ at }) => Date.parse(at))
	const values = [...points.map(({ value }) => value), ...(limit === undefined ? [] : [limit])]
	const [from, to] = [Math.min(...times), Math.max(...times)]
	const [low, high] = [Math.min(...values), Math.max(...values)]
	const x = (at: number): number => (to === from ? width : ((at - from) / (to - from)) * (width - edge))
	const y = (value: number): number =>
		high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge)
	const line = points.map(({ value }, index) => `${x(times[index] ?? from).toFixed(1)},${y(value).toFixed(1)}`)
	const last = points[points.length - 1]
	return (
		<svg class="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
			{limit !== undefined && <path class="sparkline-limit" d={`M0 ${y(limit).toFixed(1)}H${width}`} />}
			<polyline class="sparkline-line" points={line.join(' ')} />
			{last && <circle class="sparkline-last" cx={x(to)} cy={y(last.value)} r="4" />}
		</svg>
	)
}
