import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { date, month } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'

/** The first of the month after a day, `YYYY-MM-DD`. */
export const firstOfNextMonth = (day: string): string => {
	const [year = 0, number = 0] = day.split('-').map(Number)
	return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

/**
 * From when on a profile counts for what, in sentences. A month is ranked by the profile of its first day; a day is scored
 * by that of the day, when it is over.
 * @param from the first day on which it is in force
 * @param now milliseconds since 1970
 */
export const effectOf = (from: string, now: number, language: Language): string[] => {
	const today = shanghaiDay(now)
	const first = from.endsWith('-01') ? from : firstOfNextMonth(from)
	const day = date(`${from}T00:00:00+08:00`, language)
	const of = month(first.slice(0, 7), language)
	const zh = language === 'zh'
	const begin =
		from > today
			? zh
				? `${day} 零点起，告警和每天的得分按新标准。在那之前一切照旧。`
				: `From midnight of ${day} alarms and daily scores go by it; until then nothing changes.`
			: zh
				? '几分钟之内，告警和今天起的得分按新标准。'
				: 'Within minutes alarms go by it, and the scores from today on.'
	const past =
		from < today
			? [
					zh
						? `${day}到昨天已经算好的日子不重算。`
						: `Days from ${day} to yesterday that are scored already stay as they are.`,
				]
			: []
	const ranking = zh
		? `月度评比和院落长评价从${of}起按新标准。`
		: `The month's ranking and the evaluation of heads go by it from ${of} on.`
	const published = zh ? '已经发布的榜单不会改变。' : 'What is published stays as it is.'
	return [begin, ...past, ranking, published]
}
