import { Since } from '../components/Since.tsx'
import { measured } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import type { ShownEvent, ShownTask } from './shownTask.ts'
import { taskWords } from './taskWords.ts'
import { trailSentence } from './trailWords.ts'

const shownAtOnce = 4

/** Who is in charge and what happened, the newest first, in plain sentences; the older ones one tap away. */
export const Trail = ({ task: { events, owner } }: { task: ShownTask }) => {
	const t = useWords(taskWords)
	const language = useLanguage()
	const newest = [...events].reverse()
	const earlier = newest.slice(shownAtOnce)
	return (
		<section class="trail">
			<h2>{t.trail}</h2>
			<p>{t.owner(owner.name[language])}</p>
			<Entries events={newest.slice(0, shownAtOnce)} />
			{earlier.length > 0 && (
				<details>
					<summary>{t.earlier(earlier.length)}</summary>
					<Entries events={earlier} />
				</details>
			)}
		</section>
	)
}

const Entries = ({ events }: { events: readonly ShownEvent[] }) => {
	const language = useLanguage()
	return (
		<ol>
			{events.map((event) => (
				<li key={`${event.at} ${event.type} ${event.data?.key ?? ''}`}>
					<span>
						{trailSentence(event, language)}
						{event.shown && (
							<span class="grey figures">
								{' '}
								{measured(event.shown.value, language)} {event.shown.unit}
							</span>
						)}
					</span>
					{event.note && <q>{event.note}</q>}
					<span class="small grey">
						<Since at={event.at} />
					</span>
				</li>
			))}
		</ol>
	)
}
