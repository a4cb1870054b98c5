import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import { clockOff } from '../../../shared/domain/telemetry/clockOff.ts'
import { Band } from '../../components/Band.tsx'
import { Since } from '../../components/Since.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { duration, scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { clockText } from '../clockText.ts'
import { DeviceStateMark } from '../DeviceStateMark.tsx'
import { deviceState } from '../deviceState.ts'
import { mainValues } from '../values.ts'
import { deviceWords } from './deviceWords.ts'

const allValues = 20

/** A device as it is now: state, index, values, and what is wrong with the sensor and its clock. */
export const DeviceNow = ({ device, now }: { device: DeviceDetails; now: number }) => {
	const t = useWords(deviceWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const { index, band, values, primary, faults, lastReadingAt, interval, clockAheadSeconds } = device
	const off = clockOff(clockAheadSeconds, interval)
	const isLow = (name: Measurand): boolean => primary.includes(name)
	return (
		<section class="card stack">
			<header class="row apart">
				<h2>{t.state}</h2>
				<DeviceStateMark state={deviceState(device, now)} />
			</header>
			{index !== null && (
				<p class="score-line">
					<span class={`now-figure figures band-${band}`}>{scoreText(index, 0, language)}</span>
					<span class="unit">{common.points}</span>
					<Band band={band} />
				</p>
			)}
			{faults.map(({ rule, text }) => (
				<p key={rule} class="device-fault">
					{text[language]}
				</p>
			))}
			{off !== undefined && <p class="device-fault">{clockText(off, language)}</p>}
			<dl class="device-values">
				{mainValues(values, primary, language, allValues).map(({ name, title, text }) => (
					<div key={name} class={isLow(name) ? 'device-value-low' : undefined}>
						<dt>{title}</dt>
						<dd class="figures">{text}</dd>
					</div>
				))}
				<div>
					<dt>{t.last}</dt>
					<dd>{lastReadingAt === null ? t.never : <Since at={lastReadingAt} />}</dd>
				</div>
				<div>
					<dt>{t.interval}</dt>
					<dd>{duration(interval * 1000, language)}</dd>
				</div>
			</dl>
		</section>
	)
}
