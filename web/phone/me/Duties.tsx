import { useState } from 'preact/hooks'
import type { DutiesView } from '../../../shared/contract/inspection/duties.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { meWords } from '../phoneWords.ts'

/** The head's duties of a month, ticked when they are done. */
export const Duties = ({ courtyard, month }: { courtyard: string; month: string }) => {
	const t = useWords(meWords)
	const language = useLanguage()
	const path = `/api/heads/${encodeURIComponent(courtyard)}/duties/${month}`
	const duties = useApi<DutiesView>(path)
	const [state, setState] = useState<'open' | 'sending' | 'offline' | 'refused'>('open')
	const tick = async (view: DutiesView, duty: string): Promise<void> => {
		setState('sending')
		const done = view.duties.filter(({ id, isDone }) => isDone !== (id === duty)).map(({ id }) => id)
		const answer = await api(path, { method: 'PUT', body: { version: view.version, done } })
		setState(answer.is === 'offline' ? 'offline' : answer.is === 'refused' ? 'refused' : 'open')
		duties.refresh()
	}
	return (
		<section class="stack">
			<h2>{t.duties(monthText(month, language))}</h2>
			<Live of={duties} skeleton={<Skeleton lines={4} tall />}>
				{(view) => (
					<div class="check-list check-list-plain">
						<p class="small grey">{t.dutiesNote}</p>
						{view.duties.map(({ id, name, isDone }) => (
							<label key={id} class="check-item">
								<input
									type="checkbox"
									checked={isDone}
									disabled={state === 'sending'}
									onChange={() => void tick(view, id)}
								/>
								<span>{name[language]}</span>
							</label>
						))}
						{(state === 'offline' || state === 'refused') && (
							<p class="field-error" role="alert">
								{state === 'offline' ? t.dutyOffline : t.dutyRefused}
							</p>
						)}
					</div>
				)}
			</Live>
		</section>
	)
}
