import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'

interface DialogProps {
	readonly title: string
	readonly onClose: () => void
	readonly children: ComponentChildren
}

/** The browser's own dialog: keeps the focus inside, closes on Escape, gives the focus back. Shown while it is there. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
	const t = useWords(commonWords)
	const element = useRef<HTMLDialogElement>(null)
	useEffect(() => {
		const dialog = element.current
		// WeChat's browser on an older phone has no dialogs: it is then a part of the page.
		if (dialog?.showModal === undefined) dialog?.setAttribute('open', '')
		else dialog.showModal()
		return () => dialog?.close?.()
	}, [])
	return (
		<dialog ref={element} class="dialog" aria-label={title} onClose={onClose}>
			<header class="row apart">
				<h2>{title}</h2>
				<button type="button" class="button-icon" onClick={onClose}>
					<Icon name="close" label={t.close} />
				</button>
			</header>
			{children}
		</dialog>
	)
}
