import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../components/Notice.tsx'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { currentSession, type Session } from './session.ts'
import type { SignInProblem } from './signIn.ts'
import { signInWords } from './signInWords.ts'

interface SignedInProps {
	/** Where the identity provider sends the reader back to: `/desk/`. */
	readonly entry: string
	readonly children: (session: Session) => ComponentChildren
}

/** What only somebody who is signed in sees; whoever is not is taken to the identity provider. */
export const SignedIn = ({ entry, children }: SignedInProps) => {
	const t = useWords(signInWords)
	const language = useLanguage()
	const [problem, setProblem] = useState<SignInProblem | 'leaving' | undefined>()
	const [attempt, setAttempt] = useState(0)
	const session = currentSession()
	// Once for each attempt, not when the language is switched.
	useEffect(() => {
		if (session !== undefined) return
		import('./signIn.ts')
			.then(({ signIn }) => signIn(entry, language))
			.then(
				(result) => (result === undefined ? setAttempt((n) => n + 1) : setProblem(result)),
				() => setProblem('unreachable'),
			)
	}, [attempt])
	if (session !== undefined) return <>{children(session)}</>
	if (problem === undefined || problem === 'leaving')
		return (
			<main class="notice" aria-busy="true">
				<p class="grey" role="status">
					{t.going}
				</p>
			</main>
		)
	const again = (
		<button
			type="button"
			class="button"
			onClick={() => {
				setProblem(undefined)
				setAttempt((n) => n + 1)
			}}
		>
			{t.signIn}
		</button>
	)
	const [title, note] =
		problem === 'refused'
			? [t.refused, t.refusedNote]
			: problem === 'no-role'
				? [t.noRole, t.noRoleNote]
				: [t.unreachable, t.unreachableNote]
	return (
		<main>
			<Notice icon={problem === 'unreachable' ? 'offline' : 'person'} title={title} action={again} urgent>
				{note}
			</Notice>
		</main>
	)
}
