import { useState } from 'preact/hooks'
import { Dialog } from './Dialog.tsx'

interface PhotoProps {
	readonly src: string
	/** What is to be seen. */
	readonly alt: string
	readonly caption?: string
	/** The picture did not come. */
	readonly onFail?: () => void
}

/** A photo that keeps its place while it loads and opens large. */
export const Photo = ({ src, alt, caption, onFail }: PhotoProps) => {
	const [isOpen, setOpen] = useState(false)
	return (
		<figure class="photo">
			<button type="button" class="photo-button" onClick={() => setOpen(true)}>
				<img src={src} alt={alt} loading="lazy" decoding="async" onError={() => onFail?.()} />
			</button>
			{caption && <figcaption class="small grey">{caption}</figcaption>}
			{isOpen && (
				<Dialog title={caption ?? alt} onClose={() => setOpen(false)}>
					<img class="photo-large" src={src} alt={alt} />
				</Dialog>
			)}
		</figure>
	)
}
