import type { ComponentChildren } from 'preact'
import type { Failure } from '../data/request.ts'
import type { UseApi } from '../data/useApi.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Failed } from './Failed.tsx'
import { Icon } from './Icon.tsx'
import { Since } from './Since.tsx'

const isAbsent = (failure: Failure): boolean => failure.is === 'refused' && failure.problem.status === 404

interface LiveProps<T> {
	readonly of: UseApi<T>
	/** What it is, said where it could not be loaded and no heading of its own stands above. */
	readonly name?: string
	/** What keeps the place while it loads: of the size of what comes. */
	readonly skeleton: ComponentChildren
	/** What stands there when the API has no such thing (yet). */
	readonly none?: ComponentChildren
	readonly children: (value: T) => ComponentChildren
}

/** Something of the API in each of its states: loading, there, there but from before the connection broke, failed. */
export function Live<T>({ of: { state, refresh }, name, skeleton, none, children }: LiveProps<T>) {
	const t = useWords(commonWords)
	if (state.is === 'loading')
		return (
			<div aria-busy="true">
				<span class="spoken" role="status">
					{t.loading}
				</span>
				{skeleton}
			</div>
		)
	if (state.is === 'failed' && none !== undefined && isAbsent(state.failure)) return <>{none}</>
	if (state.is === 'failed') return <Failed failure={state.failure} what={name} again={refresh} />
	return (
		<>
			{state.stale && (
				<p class="stale" role="status">
					<Icon name="offline" />
					<span>
						<strong>{state.stale.is === 'offline' ? t.offline : t.failed}</strong>{' '}
						{state.stale.is === 'offline' ? t.offlineNote : t.failedNote} <Since at={state.at} />
					</span>
				</p>
			)}
			{children(state.value)}
		</>
	)
}
