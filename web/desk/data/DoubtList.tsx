import { useState } from 'preact/hooks'
import type { DeviceQuality, DoubtState, QualityView } from '../../../shared/contract/score/dataQuality.ts'
import { doubtWords } from '../../../shared/domain/score/scoreWords.ts'
import { Icon } from '../../components/Icon.tsx'
import { date, dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useNames } from '../useNames.ts'
import { qualityWords } from './qualityWords.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

interface DoubtListProps {
	readonly view: QualityView
	readonly reviewed: () => void
}

/** Doubts that nobody has looked into, then those that were settled, by whom and how. */
export const DoubtList = ({ view, reviewed }: DoubtListProps) => {
	const t = useWords(qualityWords)
	const language = useLanguage()
	const names = useNames()
	const [asked, setAsked] = useState<{ device: DeviceQuality; doubt: DoubtState }>()
	const listed = (days: readonly string[]) => {
		const text = days.map((day) => date(`${day}T00:00:00+08:00`, language).replace(/ 周.$|^[A-Z][a-z]{2} /, ''))
		return t.days(days.length, text.join(language === 'zh' ? '、' : ', '))
	}
	const open = view.devices.flatMap((device) =>
		device.doubts.filter(({ openDays }) => openDays.length > 0).map((doubt) => ({ device, doubt })),
	)
	return (
		<section class="card stack">
			<h2>
				{t.doubts} <span class="figures grey">{open.length}</span>
			</h2>
			{open.length === 0 && <p class="grey">{t.noDoubts}</p>}
			<ul class="doubt-lines">
				{open.map((one) => (
					<li key={`${one.device.device} ${one.doubt.doubt}`}>
						<Icon name="warning" />
						<div>
							<a href={`/desk/devices/${encodeURIComponent(one.device.device)}`}>
								{names.courtyard(one.device.courtyard)} {one.device.name[language]}
							</a>
							<p>{doubtWords[one.doubt.doubt][language]}</p>
							<p class="small grey">{listed(one.doubt.openDays)}</p>
						</div>
						<button type="button" class="button-quiet" onClick={() => setAsked(one)}>
							{t.review}
						</button>
					</li>
				))}
			</ul>
			{view.reviews.length > 0 && (
				<details>
					<summary>
						{t.settled} <span class="figures grey">{view.reviews.length}</span>
					</summary>
					<ul class="doubt-lines">
						{view.reviews.map((review) => (
							<li key={`${review.at} ${review.device} ${review.doubt}`}>
								<Icon name={review.verdict === 'confirmed' ? 'warning' : 'check'} />
								<div>
									<p>
										{names.device(review.device)} · <strong>{t[review.verdict]}</strong>
									</p>
									<p>{review.reason}</p>
									<p class="small grey">
										{listed(review.days)} · {t.by(review.by.name, dateTime(review.at, language))}
									</p>
								</div>
							</li>
						))}
					</ul>
				</details>
			)}
			{asked && (
				<ReviewDialog
					month={view.month}
					device={asked.device}
					doubt={asked.doubt}
					onClose={() => setAsked(undefined)}
					onDone={() => {
						setAsked(undefined)
						reviewed()
					}}
				/>
			)}
		</section>
	)
}
