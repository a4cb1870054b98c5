import type { CourtyardsView } from '../../../shared/contract/score/liveViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { clockText } from '../clockText.ts'
import { useNames } from '../useNames.ts'
import { qualityWords } from './qualityWords.ts'

/** Clocks drift by seconds a day. */
const pollMs = 10 * 60_000

/** Devices whose clock is wrong now, the fastest first; nothing where there are none. */
export const ClockList = () => {
	const t = useWords(qualityWords)
	const language = useLanguage()
	const names = useNames()
	const { state } = useApi<CourtyardsView>('/api/courtyards', { pollMs })
	if (state.is !== 'ready') return null
	const wrong = state.value.courtyards.flatMap(({ clocks = [] }) => clocks).sort((a, b) => b.offSeconds - a.offSeconds)
	if (wrong.length === 0) return null
	return (
		<section class="card stack">
			<h2>
				{t.clocks} <span class="figures grey">{wrong.length}</span>
			</h2>
			<ul class="doubt-lines">
				{wrong.map(({ device, offSeconds }) => (
					<li key={device}>
						<Icon name="warning" />
						<div>
							<a href={`/desk/devices/${encodeURIComponent(device)}`}>{names.device(device)}</a>
							<p>{clockText(offSeconds, language)}</p>
						</div>
					</li>
				))}
			</ul>
		</section>
	)
}
