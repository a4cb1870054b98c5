import './photoPanel.css'
import '../design/figures.css'
import { useEffect, useReducer, useState } from 'preact/hooks'
import { Icon } from '../components/Icon.tsx'
import type { Answer } from '../data/request.ts'
import { useWords } from '../i18n/useWords.ts'
import { PhotoField } from '../photos/PhotoField.tsx'
import { uploadPhoto } from '../photos/uploadPhoto.ts'
import { PhotoThumb } from './PhotoThumb.tsx'
import { photoPanelWords } from './photoPanelWords.ts'
import type { PhotoPlace } from './photoPlace.ts'
import { PhotoSending, type Shows, usuallyShows } from './photoSending.ts'
import type { ShownTask } from './shownTask.ts'

export interface PhotoPanelProps {
	readonly task: ShownTask
	readonly place: PhotoPlace
	/** Absent where the reader may only look. */
	readonly attach: ((key: string, shows: Shows) => Promise<Answer<unknown>>) | undefined
}

/** The photos of a task before and after, and a way to add one. */
export const PhotoPanel = ({ task: { state, photos }, place, attach }: PhotoPanelProps) => {
	const t = useWords(photoPanelWords)
	const [, draw] = useReducer((count: number) => count + 1, 0)
	const [sending] = useState(() => new PhotoSending(() => draw(undefined)))
	const [said, setSaid] = useState<Shows>()
	const [isBack, setBack] = useState(false)
	const { photo, isSending, trouble } = sending.state
	const shows = said ?? usuallyShows(state, photos)
	useEffect(() => {
		const back = (): void => setBack(true)
		addEventListener('online', back)
		return () => removeEventListener('online', back)
	}, [])
	const send = (): void => {
		if (attach === undefined) return
		setBack(false)
		void sending.send(shows, { upload: (chosen) => uploadPhoto(chosen, place), attach })
	}
	return (
		<section class="photo-panel stack" aria-labelledby="photos">
			<h2 id="photos">{t.title}</h2>
			{photos.length > 0 && (
				<div class="photo-grid">
					{photos.map((one) => (
						<PhotoThumb key={one.key} photo={one} place={place} />
					))}
				</div>
			)}
			{attach && !isSending && (
				<PhotoField label={t.add} hint={t.hint} value={photo} onValue={(chosen) => sending.choose(chosen)} />
			)}
			{attach && photo && !isSending && (
				<fieldset class="photo-shows">
					<legend>{t.which}</legend>
					{(['before', 'after'] as const).map((one) => (
						<label key={one} class="check-item">
							<input type="radio" name="shows" checked={shows === one} onChange={() => setSaid(one)} />
							<span>{t[one]}</span>
						</label>
					))}
				</fieldset>
			)}
			{trouble && (
				<p class="field-error" role="alert">
					{trouble === 'offline' && isBack ? t.back : t[trouble]}
				</p>
			)}
			{attach && photo && !isSending && (
				<button type="button" class="button button-wide" onClick={send}>
					{trouble ? t.again : t.send}
				</button>
			)}
			{isSending && (
				<p class="connection" role="status">
					<Icon name="clock" />
					<span>{t.sending}</span>
				</p>
			)}
		</section>
	)
}
