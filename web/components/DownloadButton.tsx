import { useState } from 'preact/hooks'
import { download } from '../data/download.ts'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'

const downloadWords = words({
	loading: { zh: '正在下载…', en: 'Downloading…' },
	failed: { zh: '没有下载成功，请再试一次', en: 'Not downloaded; try again' },
})

/** Saves a file of the API; what it says changes with what happens. */
export const DownloadButton = ({ path, children }: { path: string; children: string }) => {
	const t = useWords(downloadWords)
	const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
	const start = async (): Promise<void> => {
		setState('loading')
		setState((await download(path)) === 'saved' ? 'idle' : 'failed')
	}
	return (
		<button type="button" class="button-quiet" disabled={state === 'loading'} onClick={() => void start()}>
			<Icon name="download" />
			<span aria-live="polite">{state === 'idle' ? children : t[state]}</span>
		</button>
	)
}
