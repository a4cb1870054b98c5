import { Icon } from '../components/Icon.tsx'
import { Since } from '../components/Since.tsx'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { RefusedWhy } from './RefusedWhy.tsx'
import { stepWords, waitingWords } from './taskWords.ts'
import type { TaskWork } from './taskWork.ts'
import { trailSentence } from './trailWords.ts'
import type { Waiting } from './waitingRoom.ts'

/** What the reader did in vain, because somebody was faster or it was refused: nothing that was written is lost. */
export const Overtaken = ({ work }: { work: TaskWork }) => {
	const t = useWords(waitingWords)
	const steps = useWords(stepWords)
	const language = useLanguage()
	const { overtaken, refused, known } = work.state
	if (overtaken.length === 0) return null
	const newest = known?.events[known.events.length - 1]
	return (
		<section class="standing standing-bad" role="alert">
			<Icon name="warning" />
			<div class="stack">
				<h2>{refused === undefined ? t.faster : t.refused}</h2>
				{refused && <RefusedWhy problem={refused} />}
				{refused === undefined && newest && (
					<p>
						{trailSentence(newest, language)}
						{language === 'zh' ? '，' : ', '}
						<Since at={newest.at} />
					</p>
				)}
				<div>
					<p>{t.notSent}</p>
					<ul class="overtaken">
						{overtaken.map((entry) => (
							<li key={entry.key}>
								{steps[entry.action.type]}
								{saidWith(entry) && <q>{saidWith(entry)}</q>}
							</li>
						))}
					</ul>
				</div>
				<p>{t.lookAgain}</p>
				<button type="button" class="button-quiet button-wide" onClick={() => work.forgetOvertaken()}>
					{t.understood}
				</button>
			</div>
		</section>
	)
}

const saidWith = ({ action }: Waiting): string | undefined =>
	'reason' in action ? action.reason : 'note' in action ? action.note : undefined
