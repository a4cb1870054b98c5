import { dateTime, type Instant, since } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useWords.ts'
import { useNow } from './useNow.ts'

/** “3 小时前”, with the exact time on hover and for screen readers. */
export const Since = ({ at }: { at: Instant }) => {
	const language = useLanguage()
	const exact = dateTime(at, language)
	return (
		<time dateTime={new Date(at).toISOString()} title={exact}>
			{since(at, useNow(), language)}
			<span class="spoken"> ({exact})</span>
		</time>
	)
}
