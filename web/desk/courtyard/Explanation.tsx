import type { Name } from '../../../shared/contract/registry/registry.ts'
import type { ExplanationView } from '../../../shared/contract/score/scoreViews.ts'
import { factorWords } from '../../../shared/domain/score/scoreWords.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { type Loss, LossBars } from '../../components/LossBars.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import type { UseApi } from '../../data/useApi.ts'
import { date, month as monthText } from '../../i18n/format.ts'
import type { Language, Spoken } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { courtyardWords } from './courtyardWords.ts'

export type Names = ReadonlyMap<string, Name>

interface ExplanationProps {
	readonly of: UseApi<ExplanationView>
	/** A day or a month. */
	readonly period: string
	readonly names: Names
	/** The address of the whole month. */
	readonly month: string
	/** Where to look while this month has nothing yet. */
	readonly before?: { readonly month: string; readonly href: string } | undefined
}

/** Where the points of a day or a month went, as bars and sentences; what was not judged; what would gain most. */
export const Explanation = ({ of, period, names, month, before }: ExplanationProps) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const isDay = period.length > 7
	const { state } = of
	const isNone = state.is === 'failed' && state.failure.is === 'refused' && state.failure.problem.status === 404
	return (
		<section class="card stack">
			<header class="row apart">
				<h2>{isDay ? t.whyDay(date(`${period}T12:00:00+08:00`, language)) : t.why}</h2>
				{isDay && <a href={month}>{t.wholeMonth}</a>}
			</header>
			{isNone ? (
				<Notice
					icon="clock"
					title={t.noScore}
					action={
						before && (
							<a class="button-quiet" href={before.href}>
								{t.monthBefore(monthText(before.month, language))}
							</a>
						)
					}
				>
					{t.noScoreNote}
				</Notice>
			) : (
				<Live of={of} skeleton={<Skeleton lines={5} tall />}>
					{(view) => (
						<>
							<LossBars losses={lossesOf(view, names, period, { t, language })} />
							{view.repair && (
								<p class="repair">
									<Icon name="check" /> {view.repair.text[language]}
								</p>
							)}
							<p class="small grey">{view.validity[language]}</p>
							{view.hours.length + view.doubts.length > 0 && (
								<details class="small">
									<summary>{t.uncounted}</summary>
									<ul>
										{view.hours.map(({ device, why, text }) => (
											<li key={`${device} ${why}`}>{text[language]}</li>
										))}
										{view.doubts.map(({ device, doubt, text }) => (
											<li key={`${device} ${doubt}`}>
												{names.get(device)?.[language] ?? device} {text[language]}
											</li>
										))}
									</ul>
								</details>
							)}
						</>
					)}
				</Live>
			)}
		</section>
	)
}

/** Each line leads to its device at that time. */
export const lossesOf = (
	{ parts }: ExplanationView,
	names: Names,
	period: string,
	{ t, language }: { t: Spoken<typeof courtyardWords>; language: Language },
): Loss[] => {
	const range = period.length > 7 ? `range=day&at=${period}` : `range=month&at=${period}-01`
	// What rounds to nothing says nothing.
	const told = parts.filter(({ tenths }) => tenths > 0)
	return told.map(({ part, tenths, hours, text }) => {
		if (part === undefined) return { id: 'small', sentence: t.small, points: tenths }
		const { device, factor } = part
		const name = names.get(device)?.[language]
		return {
			id: `${device} ${factor}`,
			sentence: name === undefined ? text[language] : t.loss(name, factorWords[factor][language], hours),
			points: tenths,
			href: `/desk/devices/${encodeURIComponent(device)}?${range}`,
		}
	})
}
