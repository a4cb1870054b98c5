import type { Failure } from '../data/request.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Notice } from './Notice.tsx'

interface FailedProps {
	readonly failure: Failure
	/** What it was, where the place does not say it. */
	readonly what?: string | undefined
	readonly again: () => void
}

/** Something could not be loaded: why, in the reader's words, and what to do next. */
export const Failed = ({ failure, what, again }: FailedProps) => {
	const t = useWords(commonWords)
	const titled = (title: string): string => (what === undefined ? title : t.about(what, title))
	const list = location.pathname.split('/').slice(0, 3).join('/')
	const button = (
		<button type="button" class="button" onClick={again}>
			{t.again}
		</button>
	)
	if (failure.is === 'offline')
		return (
			<Notice icon="offline" title={titled(t.offline)} action={button} urgent>
				{t.offlineEmpty}
			</Notice>
		)
	if (failure.problem.status === 403)
		return (
			<Notice icon="person" title={titled(t.forbidden)} urgent>
				{t.forbiddenNote}
			</Notice>
		)
	if (failure.problem.status === 404)
		return (
			<Notice
				icon="search"
				title={titled(t.notFound)}
				action={
					list !== location.pathname && (
						<a class="button-quiet" href={list}>
							{t.notFoundBack}
						</a>
					)
				}
				urgent
			>
				{t.notFoundNote}
			</Notice>
		)
	return (
		<Notice icon="warning" title={titled(t.failed)} action={button} urgent>
			{t.failedNote}
		</Notice>
	)
}
