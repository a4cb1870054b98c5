import { useState } from 'preact/hooks'
import { Icon } from '../../../components/Icon.tsx'
import { Progress } from '../../../components/Progress.tsx'
import { FormErrors } from '../../../forms/FormErrors.tsx'
import { fieldErrors } from '../../../forms/fieldErrors.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { importWords } from './importWords.ts'
import { putRegistry } from './putRegistry.ts'
import type { Sheet } from './sheet/column.ts'
import type { Plan } from './sheet/plan.ts'
import { isPutting, putAll, type Sending } from './sheet/settle.ts'

interface ImportRunProps {
	readonly sheet: Sheet
	readonly plan: Plan
	/** How many lines are left out. */
	readonly refused: number
}

/** The button that imports, how far it is, and what came of it. */
export const ImportRun = ({ sheet, plan, refused }: ImportRunProps) => {
	const t = useWords(importWords)
	const language = useLanguage()
	const [sofar, setSofar] = useState<Sending>()
	const [isRunning, setRunning] = useState(false)
	const all = plan.lines.filter(isPutting).length
	const run = async (): Promise<void> => {
		setRunning(true)
		setSofar({ done: 0 })
		setSofar(await putAll(sheet, plan, putRegistry, setSofar))
		setRunning(false)
	}
	if (all === 0)
		return (
			<p class="grey" role="status">
				{t.nothing}
			</p>
		)
	if (sofar && !isRunning && sofar.failure === undefined)
		return (
			<section class="card stack" role="status">
				<h2>
					<Icon name="check" /> {t.done(sofar.done)}
				</h2>
				{sheet.room === 'devices' && plan.lines.some(({ is }) => is === 'added') && <p>{t.connect}</p>}
				<div>
					<a class="button" href={`/desk/settings/${sheet.room}`}>
						{t.toList}
					</a>
				</div>
			</section>
		)
	const failure = sofar?.failure
	return (
		<section class="import-run stack">
			{isRunning && <Progress label={t.putting} value={sofar?.done ?? 0} max={all} />}
			{failure && !isRunning && (
				<>
					<p role="alert">{t.stopped(sofar.done, all)}</p>
					<FormErrors
						errors={failure.is === 'refused' ? fieldErrors(failure.problem, [], language) : { fields: {}, others: [] }}
						isOffline={failure.is === 'offline'}
					/>
				</>
			)}
			<div class="row">
				<button type="button" class="button" disabled={isRunning} onClick={() => void run()}>
					{refused > 0 ? t.putRest(all) : t.put(all)}
				</button>
				{refused > 0 && <span class="small grey">{t.leaves(refused)}</span>}
			</div>
		</section>
	)
}
