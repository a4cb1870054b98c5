import { Icon } from '../components/Icon.tsx'
import { useWords } from '../i18n/useWords.ts'
import { waitingWords } from './taskWords.ts'
import type { WorkState } from './taskWork.ts'

/** The connection in words, and what is kept until it is back. Nothing where all is well. */
export const Connection = ({ state: { waiting, failure } }: { state: WorkState }) => {
	const t = useWords(waitingWords)
	if (failure === undefined)
		return waiting.length === 0 ? null : (
			<p class="connection" role="status">
				<Icon name="clock" />
				<span>{t.sending}</span>
			</p>
		)
	return (
		<p class="connection connection-broken" role="status">
			<Icon name="offline" />
			<span>
				<strong>{failure.is === 'offline' ? t.noSignal : t.busy}</strong>{' '}
				{waiting.length > 0 ? t.kept(waiting.length) : t.old}
			</span>
		</p>
	)
}
