import { useState } from 'preact/hooks'
import type { TaskAction } from '../../shared/contract/task/taskAction.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { nextStep, otherSteps, rungAbove } from './nextStep.ts'
import { ReasonPanel } from './ReasonPanel.tsx'
import type { ShownTask } from './shownTask.ts'
import { stepWords } from './taskWords.ts'

interface StepBarProps {
	readonly task: ShownTask
	readonly onAct: (action: TaskAction) => void
}

/** At the thumb: one big button for the next step, and one way out for whoever cannot. */
export const StepBar = ({ task, onAct }: StepBarProps) => {
	const t = useWords(stepWords)
	const language = useLanguage()
	const [isAsking, setAsking] = useState(false)
	const step = nextStep(task)
	const others = otherSteps(task)
	const above = rungAbove(task)
	const other = others.includes('handOver') ? 'handOver' : others.includes('reopen') ? 'reopen' : undefined
	if (step === undefined && other === undefined) return null
	const send = (reason: string): void => {
		setAsking(false)
		if (other === 'reopen') onAct({ type: 'reopen', note: reason })
		else if (above) onAct({ type: 'handOver', rung: above.rung, reason })
		else onAct({ type: 'comment', note: reason })
	}
	if (isAsking && other !== undefined)
		return (
			<div class="step-bar step-bar-open">
				<ReasonPanel
					{...(other === 'reopen'
						? {
								title: t.notMendedTitle,
								reasons: [t.notMendedStill, t.notMendedAgain, t.notMendedWrong],
								send: t.sendBack,
							}
						: {
								title: t.helpTitle,
								reasons: [t.helpAlone, t.helpTools, t.helpAway, t.helpNotMine],
								send: above ? t.passTo(above.name[language]) : t.tell,
							})}
					onSend={send}
					onBack={() => setAsking(false)}
				/>
			</div>
		)
	return (
		<div class="step-bar">
			{step && (
				<button type="button" class="button button-wide step-button" onClick={() => onAct({ type: step })}>
					{step === 'acknowledge' && task.state === 'reopened' ? t.again : t[step]}
				</button>
			)}
			{other && (
				<button type="button" class="button-quiet button-wide" onClick={() => setAsking(true)}>
					{t[other]}
				</button>
			)}
		</div>
	)
}
