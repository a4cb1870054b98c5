import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import { dateTime, duration } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { deviceWords } from './deviceWords.ts'

interface AlarmListProps {
	readonly alarms: ReadingsPage['alarms']
	readonly rules: DeviceDetails['rules']
	/** The time shown ends now: what has not ended in it goes on. */
	readonly isLatest: boolean
}

/** As many as fit beside the charts; the others open on demand. */
const shown = 10

/** The alarms of a time in words, the newest first. */
export const AlarmList = ({ alarms, rules, isLatest }: AlarmListProps) => {
	const t = useWords(deviceWords)
	const newest = [...alarms].sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1))
	return (
		<section class="card stack">
			<h2>{t.alarms}</h2>
			{newest.length === 0 && <p class="grey">{t.noAlarms}</p>}
			<AlarmLines alarms={newest.slice(0, shown)} rules={rules} isLatest={isLatest} />
			{newest.length > shown && (
				<details>
					<summary>{t.earlierAlarms(newest.length - shown)}</summary>
					<AlarmLines alarms={newest.slice(shown)} rules={rules} isLatest={isLatest} />
				</details>
			)}
		</section>
	)
}

const AlarmLines = ({ alarms, rules, isLatest }: AlarmListProps) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	const names = new Map(rules.map(({ rule, text }) => [rule, text]))
	if (alarms.length === 0) return null
	return (
		<ul class="alarm-list">
			{alarms.map(({ rule, onset, raisedAt, clearedAt }) => {
				const from = dateTime(raisedAt, language)
				return (
					<li key={`${rule} ${onset}`}>
						<strong>{names.get(rule)?.[language]}</strong>
						<span class="small grey figures">
							{clearedAt === null
								? (isLatest ? t.goesOn : t.wentOn)(from)
								: t.lasted(from, duration(Date.parse(clearedAt) - Date.parse(raisedAt), language))}
						</span>
					</li>
				)
			})}
		</ul>
	)
}
