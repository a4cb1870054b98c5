import { useState } from 'preact/hooks'
import { useWords } from '../../../i18n/useWords.ts'
import { formWords } from './formWords.ts'

/** A command to be run elsewhere, and a button that copies it. */
export const CopyCommand = ({ command }: { command: string }) => {
	const t = useWords(formWords)
	const [said, setSaid] = useState('')
	const copy = (): Promise<void> =>
		// Absent where the page did not come by https.
		(navigator.clipboard?.writeText(command) ?? Promise.reject(new Error('no clipboard'))).then(
			() => setSaid(t.copied),
			() => setSaid(t.notCopied),
		)
	return (
		<div class="stack">
			<pre class="command">{command}</pre>
			<div class="row">
				<button type="button" class="button" onClick={() => void copy()}>
					{t.copy}
				</button>
				<span class="small" role="status">
					{said}
				</span>
			</div>
		</div>
	)
}
