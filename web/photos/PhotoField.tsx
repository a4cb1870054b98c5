import './photoField.css'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../components/Icon.tsx'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'
import { smallJpeg } from './smallJpeg.ts'

const photoWords = words({
	take: { zh: '拍照或选一张照片', en: 'Take or choose a photo' },
	other: { zh: '换一张', en: 'Another one' },
	remove: { zh: '去掉照片', en: 'Remove the photo' },
	unreadable: { zh: '这个文件不是能看的照片，请换一张。', en: 'This cannot be read as a photo; choose another one.' },
	chosen: { zh: '已选的照片', en: 'The chosen photo' },
})

interface PhotoFieldProps {
	readonly label: string
	readonly hint: string
	readonly value: Blob | undefined
	/** A small JPEG, or undefined where it was taken away. */
	readonly onValue: (photo: Blob | undefined) => void
}

/** A photo for a form: from the camera or the album, made small, shown before it is sent. */
export const PhotoField = ({ label, hint, value, onValue }: PhotoFieldProps) => {
	const t = useWords(photoWords)
	const [isUnreadable, setUnreadable] = useState(false)
	const [isReading, setReading] = useState(false)
	const address = useAddressOf(value)
	const choose = async (input: HTMLInputElement): Promise<void> => {
		const file = input.files?.[0]
		if (file === undefined) return
		setReading(true)
		const small = await smallJpeg(file)
		// The same file may be chosen once more.
		input.value = ''
		setReading(false)
		setUnreadable(small === undefined)
		if (small) onValue(small)
	}
	return (
		<div class="field">
			<span class="field-title">{label}</span>
			<p class="small grey" id="photo-hint">
				{hint}
			</p>
			{address !== undefined && <img class="photo-chosen" src={address} alt={t.chosen} />}
			<div class="row">
				<label class="button-quiet photo-take" aria-busy={isReading}>
					<Icon name="camera" />
					{value === undefined ? t.take : t.other}
					<input
						class="spoken"
						type="file"
						accept="image/*"
						aria-describedby="photo-hint"
						onChange={({ currentTarget }) => void choose(currentTarget)}
					/>
				</label>
				{value !== undefined && (
					<button type="button" class="button-quiet" onClick={() => onValue(undefined)}>
						<Icon name="close" />
						{t.remove}
					</button>
				)}
			</div>
			{isUnreadable && (
				<p class="field-error" role="alert">
					{t.unreadable}
				</p>
			)}
		</div>
	)
}

/** An address of this page's own to show a picture by. */
const useAddressOf = (photo: Blob | undefined): string | undefined => {
	const [address, setAddress] = useState<string>()
	useEffect(() => {
		if (photo === undefined) return setAddress(undefined)
		const made = URL.createObjectURL(photo)
		setAddress(made)
		return () => URL.revokeObjectURL(made)
	}, [photo])
	return address
}
