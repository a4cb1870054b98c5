import { useLanguage, useWords } from '../i18n/useWords.ts'
import type { ShownTask } from './shownTask.ts'
import { taskWords } from './taskWords.ts'

interface CheckListProps {
	readonly task: ShownTask
	/** Absent where the reader may only look. */
	readonly onTick: ((item: string, isDone: boolean) => void) | undefined
}

/** What to do first, one thing a line; a tap anywhere on the line ticks it. */
export const CheckList = ({ task: { checklist }, onTick }: CheckListProps) => {
	const t = useWords(taskWords)
	const language = useLanguage()
	return (
		<section class="check-list" aria-labelledby="check-list">
			<h2 id="check-list">{t.first}</h2>
			{onTick && <p class="small grey">{t.firstNote}</p>}
			{checklist.map(({ id, text, done }) => (
				<label key={id} class="check-item">
					<input
						type="checkbox"
						checked={done !== null}
						disabled={onTick === undefined}
						onChange={(event) => onTick?.(id, event.currentTarget.checked)}
					/>
					<span>{text[language]}</span>
				</label>
			))}
		</section>
	)
}
