import { addDays, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { DownloadButton } from '../../components/DownloadButton.tsx'
import { Stepper } from '../../components/Stepper.tsx'
import { date, month, time } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { deviceWords } from './deviceWords.ts'
import { rangeNames, type TimeRange } from './timeRange.ts'

/** Which time is shown: how long, which one, and all of it as a file. */
export const RangeBar = ({ range, csv }: { range: TimeRange; csv: string }) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	const { path, search } = usePlace()
	const at = (changes: Record<string, string | undefined>): string => withQuery(path + search, changes)
	return (
		<div class="range-bar">
			<nav class="chips" aria-label={t.ranges}>
				{rangeNames.map((name) => (
					<a
						key={name}
						class="chip"
						href={at({ range: name, ...(range.isLatest ? { at: undefined } : {}) })}
						aria-current={name === range.name ? 'true' : undefined}
					>
						{t[name]}
					</a>
				))}
			</nav>
			<Stepper
				label={t.step}
				earlier={at({ at: range.earlier })}
				later={range.later === undefined ? undefined : at({ at: range.later })}
			>
				{range.isLatest && range.name !== 'month' ? t.latest : rangeText(range, language)}
			</Stepper>
			<DownloadButton path={`${csv}&lang=${language}`}>{t.csv}</DownloadButton>
		</div>
	)
}

/** The time shown, in words. */
const rangeText = ({ name, from, to }: TimeRange, language: Language): string => {
	const last = `${addDays(shanghaiDay(to), -1)}T12:00:00+08:00`
	if (name === 'month') return month(shanghaiDay(from).slice(0, 7), language)
	if (name === 'week') return `${date(from, language)} – ${date(last, language)}`
	if (name === 'hours') return `${date(from, language)} ${time(from)}–${time(to)}`
	return date(from, language)
}
