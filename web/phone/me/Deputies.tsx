import { useState } from 'preact/hooks'
import type { DeputiesView } from '../../../shared/contract/people/deputies.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { DeputyForm } from './DeputyForm.tsx'
import { deputyWords } from './deputyWords.ts'

/** Who is in charge of the courtyard today, and whom the head asks to stand in for him. */
export const Deputies = ({ courtyard }: { courtyard: string }) => {
	const t = useWords(deputyWords)
	const path = `/api/courtyards/${encodeURIComponent(courtyard)}/deputies`
	const deputies = useApi<DeputiesView>(path, { pollMs: 600_000 })
	const [isAsking, setAsking] = useState(false)
	return (
		<section class="card stack">
			<h2>{t.title}</h2>
			<Live of={deputies} skeleton={<Skeleton lines={3} />}>
				{(view) => (
					<>
						<InCharge view={view} />
						<Named view={view} path={path} onDone={deputies.refresh} />
						{view.mayChange && !isAsking && (
							<>
								<p class="small grey">{t.note}</p>
								<button type="button" class="button-quiet button-wide" onClick={() => setAsking(true)}>
									<Icon name="person" />
									{t.ask}
								</button>
							</>
						)}
						{view.mayChange && isAsking && (
							<DeputyForm
								path={path}
								view={view}
								onClose={() => setAsking(false)}
								onDone={() => {
									setAsking(false)
									deputies.refresh()
								}}
							/>
						)}
					</>
				)}
			</Live>
		</section>
	)
}

const InCharge = ({ view: { today, mayChange } }: { view: DeputiesView }) => {
	const t = useWords(deputyWords)
	if (today === null) return <p>{t.nobody}</p>
	if (!today.isDeputy) return <p>{t.me}</p>
	return <p>{mayChange ? t.deputy(today.name) : t.asDeputy}</p>
}

interface NamedProps {
	readonly view: DeputiesView
	readonly path: string
	readonly onDone: () => void
}

/** Who stands in now or later; nothing where nobody does. */
const Named = ({ view, path, onDone }: NamedProps) => {
	const ahead = view.deputies.filter(({ status }) => status !== 'over')
	if (ahead.length === 0) return null
	return (
		<ul class="lost-lines">
			{ahead.map((one) => (
				<Running key={one.from} of={one} path={path} mayEnd={view.mayChange} onDone={onDone} />
			))}
		</ul>
	)
}

interface RunningProps {
	readonly of: DeputiesView['deputies'][number]
	readonly path: string
	readonly mayEnd: boolean
	readonly onDone: () => void
}

/** A deputy now or later; ended with a second tap, for a thumb slips. */
const Running = ({ of: { name, from, until, status }, path, mayEnd, onDone }: RunningProps) => {
	const t = useWords(deputyWords)
	const language = useLanguage()
	const { cancel } = useWords(commonWords)
	const [step, setStep] = useState<'shown' | 'sure' | 'sending' | 'offline' | 'refused'>('shown')
	const end = async (): Promise<void> => {
		setStep('sending')
		const answer = await api(`${path}/${from}/end`, { method: 'POST' })
		if (answer.is === 'ready') onDone()
		setStep(answer.is === 'offline' || answer.is === 'refused' ? answer.is : 'shown')
	}
	return (
		<li>
			<div class="stack">
				<p>
					<strong>{name}</strong>{' '}
					<span class="grey">
						{status === 'acting'
							? t.acting(date(until, language))
							: t.planned(date(from, language), date(until, language))}
					</span>
				</p>
				{(step === 'offline' || step === 'refused') && (
					<p class="field-error" role="alert">
						{t[step]}
					</p>
				)}
				{mayEnd &&
					(step === 'sure' || step === 'sending' ? (
						<div class="row">
							<button type="button" class="button" disabled={step === 'sending'} onClick={() => void end()}>
								{t.endSure}
							</button>
							<button type="button" class="button-quiet" onClick={() => setStep('shown')}>
								{cancel}
							</button>
						</div>
					) : (
						<p>
							<button type="button" class="button-quiet" onClick={() => setStep('sure')}>
								{t.end}
							</button>
						</p>
					))}
			</div>
		</li>
	)
}
