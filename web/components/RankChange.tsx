import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'

interface RankChangeProps {
	readonly rank: number
	/** Last month's; undefined where there was none. */
	readonly before: number | undefined
}

/** ▲▼ with the number of places and the word. */
export const RankChange = ({ rank, before }: RankChangeProps) => {
	const t = useWords(commonWords)
	if (before === undefined) return <span class="rank-change grey">{t.newcomer}</span>
	const places = before - rank
	if (places === 0) return <span class="rank-change grey">＝ {t.unchanged}</span>
	return (
		<span class={`rank-change ${places > 0 ? 'rank-up' : 'rank-down'}`}>
			<span aria-hidden="true">{places > 0 ? '▲' : '▼'}</span> {places > 0 ? t.up(places) : t.down(-places)}
		</span>
	)
}
