import { Icon } from '../components/Icon.tsx'
import { month as monthText } from '../i18n/format.ts'
import { words } from '../i18n/language.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { navigate } from '../routing/navigation.ts'

const pickerWords = words({
	month: { zh: '月份', en: 'Month' },
	earlier: { zh: '上一个月', en: 'The month before' },
	later: { zh: '下一个月', en: 'The month after' },
})

interface MonthPickerProps {
	/** `2026-11`; those there are, the latest first. */
	readonly months: readonly string[]
	readonly chosen: string
	/** The address of the page for a month. */
	readonly href: (month: string) => string
}

/** One month of those there are: a step back, a step on, or straight to one. */
export const MonthPicker = ({ months, chosen, href }: MonthPickerProps) => {
	const t = useWords(pickerWords)
	const language = useLanguage()
	const at = months.indexOf(chosen)
	const step = (month: string | undefined, icon: 'left' | 'right', label: string) =>
		month === undefined ? (
			<span class="button-icon month-step-none" aria-hidden="true">
				<Icon name={icon} />
			</span>
		) : (
			<a class="button-icon" href={href(month)}>
				<Icon name={icon} label={label} />
			</a>
		)
	return (
		<div class="month-picker">
			{step(months[at + 1], 'left', t.earlier)}
			<select
				class="input"
				aria-label={t.month}
				value={chosen}
				onChange={({ currentTarget }) => navigate(href(currentTarget.value))}
			>
				{(at < 0 ? [chosen, ...months] : months).map((month) => (
					<option key={month} value={month}>
						{monthText(month, language)}
					</option>
				))}
			</select>
			{step(at < 0 ? undefined : months[at - 1], 'right', t.later)}
		</div>
	)
}
