import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n/useWords.ts'
import { stepWords } from './taskWords.ts'

interface ReasonPanelProps {
	readonly title: string
	/** What most people would say; one tap. */
	readonly reasons: readonly string[]
	readonly send: string
	readonly onSend: (reason: string) => void
	readonly onBack: () => void
}

const longest = 400

/** Why: a tap on one of the usual reasons, and a few words for whoever wants to write them. */
export const ReasonPanel = ({ title, reasons, send, onSend, onBack }: ReasonPanelProps) => {
	const t = useWords(stepWords)
	const [chosen, setChosen] = useState<string>()
	const [words, setWords] = useState('')
	const panel = useRef<HTMLFormElement>(null)
	const text = [chosen, words.trim()].filter(Boolean).join(' ')
	useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [])
	return (
		<form
			ref={panel}
			class="reason-panel"
			onSubmit={(event) => {
				event.preventDefault()
				if (text !== '') onSend(text)
			}}
		>
			<fieldset>
				<legend>{title}</legend>
				{reasons.map((reason) => (
					<label key={reason} class="check-item">
						<input type="radio" name="reason" checked={chosen === reason} onChange={() => setChosen(reason)} />
						<span>{reason}</span>
					</label>
				))}
			</fieldset>
			<label class="field">
				<span>{t.more}</span>
				<textarea
					class="input"
					rows={2}
					maxLength={longest}
					value={words}
					onInput={(event) => setWords(event.currentTarget.value)}
				/>
			</label>
			<button type="submit" class="button button-wide" disabled={text === ''}>
				{send}
			</button>
			<button type="button" class="button-quiet button-wide" onClick={onBack}>
				{t.cancel}
			</button>
		</form>
	)
}
