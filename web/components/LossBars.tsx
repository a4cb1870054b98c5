import { decimal } from '../i18n/format.ts'
import { words } from '../i18n/language.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'

const lossWords = words({
	lost: { zh: (points: string) => `扣 ${points} 分`, en: (points: string) => `−${points} points` },
	none: { zh: '没有扣分', en: 'No points were lost' },
	total: { zh: (points: string) => `共扣 ${points} 分`, en: (points: string) => `${points} points lost in all` },
})

export interface Loss {
	readonly id: string
	/** What, where and how long: “2 号公厕 氨气偏高 共 14 小时”. */
	readonly sentence: string
	readonly points: number
	/** Where the reader sees it: the device on that day. */
	readonly href?: string
}

/** Where a score's points went, the most first: a sentence, its points, and a bar that compares them. */
export const LossBars = ({ losses }: { losses: readonly Loss[] }) => {
	const t = useWords(lossWords)
	const language = useLanguage()
	if (losses.length === 0) return <p class="grey">{t.none}</p>
	const sorted = [...losses].sort((a, b) => b.points - a.points)
	const most = sorted[0]?.points ?? 1
	const total = losses.reduce((sum, { points }) => sum + points, 0)
	return (
		<div class="losses">
			<ol class="stack">
				{sorted.map(({ id, sentence, points, href }) => (
					<li key={id} class="loss">
						<span>{href ? <a href={href}>{sentence}</a> : sentence}</span>
						<strong class="figures nowrap">{t.lost(decimal(points, 1, language))}</strong>
						<svg class="segment" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
							<rect class="segment-ground" width="100" height="8" />
							<rect class="fill-loss" width={Math.max(0.5, (points / most) * 100)} height="8" />
						</svg>
					</li>
				))}
			</ol>
			<p class="grey figures">{t.total(decimal(total, 1, language))}</p>
		</div>
	)
}
