import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { ExplanationView } from '../../../shared/contract/score/scoreViews.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Icon } from '../../components/Icon.tsx'
import { useApi } from '../../data/useApi.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { deviceWords } from './deviceWords.ts'

const everyMs = 600_000

/** What makes this month's data doubtful, and the hours that were not judged; nothing where there is nothing to say. */
export const Doubts = ({ device, now }: { device: DeviceDetails; now: number }) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	const month = monthOf(shanghaiDay(now))
	const path = `/api/courtyards/${encodeURIComponent(device.courtyard)}/explanation?period=${month}`
	const { state } = useApi<ExplanationView>(path, { pollMs: everyMs })
	if (state.is !== 'ready') return null
	const doubts = state.value.doubts.filter((doubt) => doubt.device === device.id)
	const hours = state.value.hours.filter((line) => line.device === device.id)
	if (doubts.length + hours.length === 0) return null
	return (
		<section class="card stack">
			<h2>{t.doubts}</h2>
			<ul class="doubts">
				{doubts.map(({ doubt, days, text }) => (
					<li key={doubt}>
						<Icon name="warning" />
						<span>
							{capital(text[language])} <span class="small grey nowrap">{t.doubtDays(days.length)}</span>
						</span>
					</li>
				))}
				{hours.map(({ why, text }) => (
					<li key={why}>
						<Icon name="clock" />
						<span>{capital(text[language])}</span>
					</li>
				))}
			</ul>
		</section>
	)
}
