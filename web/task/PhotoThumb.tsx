import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { PhotoAddress } from '../../shared/contract/task/photo.ts'
import { Photo } from '../components/Photo.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { api } from '../data/api.ts'
import { dateTime } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { photoPanelWords } from './photoPanelWords.ts'
import type { PhotoPlace } from './photoPlace.ts'
import type { ShownPhoto } from './shownTask.ts'

/** A photo of a task. Its address holds for minutes: where the picture fails after that, a new address is asked for. */
export const PhotoThumb = ({ photo: { key, shows, at }, place }: { photo: ShownPhoto; place: PhotoPlace }) => {
	const t = useWords(photoPanelWords)
	const language = useLanguage()
	const [address, setAddress] = useState<PhotoAddress | 'failed'>()
	const asking = useRef(place)
	asking.current = place
	const load = useCallback(async () => {
		const { path, headers } = asking.current
		setAddress(undefined)
		const answer = await api<PhotoAddress>(`${path}/${encodeURIComponent(key)}`, { headers })
		setAddress(answer.is === 'ready' ? answer.value : 'failed')
	}, [key])
	useEffect(() => void load(), [load])
	const said = t.shown(t[shows], dateTime(at, language))
	if (address === undefined)
		return (
			<div aria-busy="true">
				<Skeleton lines={1} tall />
			</div>
		)
	if (address === 'failed')
		return (
			<div class="stack">
				<p class="small grey">
					{said}
					<br />
					{t.notShown}
				</p>
				<button type="button" class="button-quiet" onClick={() => void load()}>
					{t.load}
				</button>
			</div>
		)
	const isOver = (): boolean => Date.parse(address.expiresAt) <= Date.now()
	return (
		<Photo
			src={address.url}
			alt={`${t.title}${language === 'zh' ? '：' : ': '}${said}`}
			caption={said}
			onFail={() => (isOver() ? void load() : setAddress('failed'))}
		/>
	)
}
