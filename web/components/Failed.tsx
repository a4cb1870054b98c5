import type { Failure } from '../data/request.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Notice } from './Notice.tsx'

/** Something could not be loaded: why, in the reader's words, and what to do next. */
export const Failed = ({ failure, again }: { failure: Failure; again: () => void }) => {
	const t = useWords(commonWords)
	const button = (
		<button type="button" class="button" onClick={again}>
			{t.again}
		</button>
	)
	if (failure.is === 'offline')
		return (
			<Notice icon="offline" title={t.offline} action={button} urgent>
				{t.offlineEmpty}
			</Notice>
		)
	if (failure.problem.status === 403)
		return (
			<Notice icon="person" title={t.forbidden} urgent>
				{t.forbiddenNote}
			</Notice>
		)
	if (failure.problem.status === 404)
		return (
			<Notice icon="search" title={t.notFound} urgent>
				{t.notFoundNote}
			</Notice>
		)
	return (
		<Notice icon="warning" title={t.failed} action={button} urgent>
			{t.failedNote}
		</Notice>
	)
}
