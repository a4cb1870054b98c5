import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../shared/contract/http/problem.ts'
import { useLanguage } from '../i18n/useWords.ts'

/** Why something was refused. Its words are loaded when that has happened: the first load of a task is to be small. */
export const RefusedWhy = ({ problem }: { problem: Problem }) => {
	const language = useLanguage()
	const [why, setWhy] = useState('')
	useEffect(() => {
		// Without a connection the page says no more than that it was refused.
		import('../forms/problemText.ts').then(
			({ problemText }) => setWhy(problemText(problem, language)),
			() => undefined,
		)
	}, [problem, language])
	return why === '' ? null : <p>{why}</p>
}
