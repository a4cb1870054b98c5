import { useState } from 'preact/hooks'
import { Progress } from '../../components/Progress.tsx'
import { api } from '../../data/api.ts'
import type { Failure } from '../../data/request.ts'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { fieldErrors } from '../../forms/fieldErrors.ts'
import type { Language } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { dataWords } from './dataWords.ts'
import type { RefusedGroup } from './refusedGroups.ts'
import { type Replayed, replayAll } from './replayAll.ts'

/** Puts one message or all open ones of a group back on their way, and says how far it is. */
export const Replay = ({ group, replayed }: { group: RefusedGroup; replayed: () => void }) => {
	const t = useWords(dataWords)
	const [sofar, setSofar] = useState<Replayed>()
	const [isRunning, setRunning] = useState(false)
	const run = async (work: () => Promise<Replayed>): Promise<void> => {
		setRunning(true)
		setSofar(undefined)
		setSofar(await work())
		setRunning(false)
		replayed()
	}
	const one = async (): Promise<Replayed> => {
		const answer = await api(`/api/quarantine/${encodeURIComponent(group.example)}/replay`, { method: 'POST' })
		if (answer.is === 'ready' || answer.is === 'unchanged') return { done: 1, impossible: [] }
		return { done: 0, impossible: [], failure: answer }
	}
	const { device, reason } = group
	const all = () =>
		replayAll((body) => api('/api/quarantine/replay', { method: 'POST', body }), { device, reason }, setSofar)
	return (
		<section class="stack">
			{isRunning && <Progress label={t.replaying} value={sofar?.done ?? 0} max={Math.max(group.open, 1)} />}
			{sofar && !isRunning && <Result {...sofar} />}
			<div class="row">
				{group.open > 0 ? (
					<button type="button" class="button" disabled={isRunning} onClick={() => void run(all)}>
						{t.replayAll(group.open)}
					</button>
				) : (
					<p class="grey">{t.allDone}</p>
				)}
				<button type="button" class="button-quiet" disabled={isRunning} onClick={() => void run(one)}>
					{t.replayOne}
				</button>
			</div>
		</section>
	)
}

const Result = ({ done, impossible, failure }: Replayed) => {
	const t = useWords(dataWords)
	const language = useLanguage()
	return (
		<div role="status" class="stack">
			{failure === undefined || done > 0 ? <p>{failure ? t.stopped(done) : t.replayed(done)}</p> : null}
			{impossible.length > 0 && (
				<div>
					<p>{t.impossible(impossible.length)}</p>
					<ul class="small">
						{[...new Set(impossible.map((why) => why[language]))].map((detail) => (
							<li key={detail}>{detail}</li>
						))}
					</ul>
				</div>
			)}
			{failure && <FormErrors errors={errorsOf(failure, language)} isOffline={failure.is === 'offline'} />}
		</div>
	)
}

const errorsOf = (failure: Failure, language: Language) =>
	failure.is === 'refused' ? fieldErrors(failure.problem, [], language) : { fields: {}, others: [] }
