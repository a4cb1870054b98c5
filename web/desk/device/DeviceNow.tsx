import type { DeviceDetails } from '../../../shared/contract/deviceDetails.ts'
import type { Measurand } from '../../../shared/contract/measurand.ts'
import { Band } from '../../components/Band.tsx'
import { Since } from '../../components/Since.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { duration, scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { DeviceStateMark } from '../DeviceStateMark.tsx'
import { deviceState } from '../deviceState.ts'
import { mainValues } from '../values.ts'
import { deviceWords } from './deviceWords.ts'

/** A clock that is off by less does no harm. */
const tolerableSeconds = 60
const allValues = 20

/** A device as it is now: state, index, values, and what is wrong with the sensor. */
export const DeviceNow = ({ device, now }: { device: DeviceDetails; now: number }) => {
	const t = useWords(deviceWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const { index, band, values, primary, faults, lastReadingAt, interval, clockAheadSeconds } = device
	const off = clockAheadSeconds ?? 0
	const length = duration(Math.abs(off) * 1000, language)
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
				{Math.abs(off) > Math.max(tolerableSeconds, interval) && (
					<div>
						<dt>{t.clock}</dt>
						<dd>{off > 0 ? t.ahead(length) : t.behind(length)}</dd>
					</div>
				)}
			</dl>
		</section>
	)
}
