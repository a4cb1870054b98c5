import type { WallBlackListed, WallListed } from '../../../shared/contract/wall/publicWall.ts'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useDoing } from '../useDoing.ts'
import { wallWords } from '../wallWords.ts'

/** Who did well, and why. */
export const RedList = ({ entries }: { entries: readonly WallListed[] }) => {
	const t = useWords(wallWords)
	if (entries.length === 0) return null
	return (
		<section class="card listed listed-red">
			<h3>{t.red}</h3>
			<p class="small grey">{t.redNote}</p>
			<ol>
				{entries.map((entry) => (
					<Entry key={entry.courtyard} entry={entry} label={t.reason} />
				))}
			</ol>
		</section>
	)
}

/** The matter and what is being done about it: nobody is blamed. */
export const BlackList = ({ entries }: { entries: readonly WallBlackListed[] }) => {
	const t = useWords(wallWords)
	const doing = useDoing()
	if (entries.length === 0) return null
	return (
		<section class="card listed listed-black">
			<h3>{t.black}</h3>
			<p class="small grey">{t.blackNote}</p>
			<ol>
				{entries.map((entry) => (
					<Entry key={entry.courtyard} entry={entry} label={t.matter} doing={doing(entry)} />
				))}
			</ol>
		</section>
	)
}

interface EntryProps {
	readonly entry: WallListed
	readonly label: string
	readonly doing?: string
}

const Entry = ({ entry: { name, score, reason }, label, doing }: EntryProps) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	return (
		<li>
			<p class="row apart">
				<strong>{name[language]}</strong>
				<strong class="figures">{decimal(score, 2, language)}</strong>
			</p>
			<dl class="small">
				<dt>{label}</dt>
				<dd>{reason[language]}</dd>
				{doing !== undefined && (
					<>
						<dt>{t.doing}</dt>
						<dd>{doing}</dd>
					</>
				)}
			</dl>
		</li>
	)
}
