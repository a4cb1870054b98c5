import type { SensorView } from '../../shared/contract/telemetry/sensorView.ts'
import { Since } from '../components/Since.tsx'
import { measured, time } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Sparkline } from './Sparkline.tsx'
import { taskWords } from './taskWords.ts'

/** What the sensor shows now against its limit, and how it got there. */
export const SensorNow = ({ sensor }: { sensor: SensorView }) => {
	const t = useWords(taskWords)
	const language = useLanguage()
	const { points, limit, direction, unit } = sensor
	const last = points[points.length - 1]
	const first = points[0]
	if (first === undefined || last === undefined) return <p class="grey">{t.sensorNothing}</p>
	const isBeyond = limit !== undefined && (direction === 'high' ? last.value > limit : last.value < limit)
	const figure = limit === undefined ? '' : `${measured(limit, language)} ${unit}`
	return (
		<div class="sensor-now">
			<p>
				<span class="grey">{t.sensor} </span>
				<strong class={`sensor-value figures ${isBeyond ? 'task-overdue' : ''}`}>
					{measured(last.value, language)}
					<span class="unit">{unit}</span>
				</strong>
			</p>
			<p class="small grey">
				{limit !== undefined && `${direction === 'high' ? t.limitHigh(figure) : t.limitLow(figure)} · `}
				<Since at={last.at} />
			</p>
			{points.length > 1 && (
				<>
					<Sparkline sensor={sensor} label={t.course(time(first.at), time(last.at))} />
					<p class="row apart small grey figures" aria-hidden="true">
						<span>{time(first.at)}</span>
						{limit !== undefined && <span class="sparkline-key">{t.limitLine}</span>}
						<span>{time(last.at)}</span>
					</p>
				</>
			)}
		</div>
	)
}
