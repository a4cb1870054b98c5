import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../components/Notice.tsx'
import { askEarly } from '../data/early.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { type PageRoute, routeOf } from '../routing/Routes.tsx'
import { currentSession, type Session } from './session.ts'
import { type LoadAhead, type SignInProblem, signIn } from './signIn.ts'
import { signInWords } from './signInWords.ts'

interface SignedInProps {
	/** Where the identity provider sends the reader back to: `/desk/`. */
	readonly entry: string
	/** The pages of the entry: the one that is wanted is loaded while the reader is signed in. */
	readonly routes: readonly PageRoute[]
	/** What of the API every page of the entry asks for. */
	readonly first?: readonly string[]
	readonly children: (session: Session) => ComponentChildren
}

/** What only somebody who is signed in sees; whoever is not is taken to the identity provider. */
export const SignedIn = ({ entry, routes, first = [], children }: SignedInProps) => {
	const t = useWords(signInWords)
	const language = useLanguage()
	const [problem, setProblem] = useState<SignInProblem | 'leaving' | undefined>()
	const [attempt, setAttempt] = useState(0)
	const session = currentSession()
	// Once for each attempt, not when the language is switched.
	useEffect(() => {
		if (session !== undefined) return
		const ahead: LoadAhead = {
			program: () =>
				void routeOf(routes, location.pathname)
					?.route.load()
					.catch(() => undefined),
			data: (token) => askEarly([...first, ...(routeOf(routes, location.pathname)?.route.first?.() ?? [])], { token }),
		}
		void signIn({ entry, language, ahead }).then((result) =>
			result === undefined ? setAttempt((n) => n + 1) : setProblem(result),
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
