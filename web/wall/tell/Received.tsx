import '../../design/figures.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { LaterQr } from '../LaterQr.tsx'
import { tellWords } from './tellWords.ts'

/** It has arrived: the code, large, to be noted, copied or photographed, and the way to follow it. */
export const Received = ({ code, again }: { code: string; again: () => void }) => {
	const t = useWords(tellWords)
	const [isCopied, setCopied] = useState(false)
	const heading = useRef<HTMLHeadingElement>(null)
	useEffect(() => {
		heading.current?.focus()
		scrollTo(0, 0)
	}, [])
	const address = `/wall/follow/${code}`
	const copy = (): void => {
		// Where copying is not allowed the code stands there to be noted.
		navigator.clipboard?.writeText(code).then(
			() => setCopied(true),
			() => undefined,
		)
	}
	return (
		<section class="card received">
			<Icon name="check" />
			<h2 ref={heading} tabIndex={-1}>
				{t.received}
			</h2>
			<p class="grey">{t.code}</p>
			<p class="received-code figures">{code}</p>
			<button type="button" class="button-quiet" onClick={copy}>
				<Icon name={isCopied ? 'check' : 'task'} />
				<span aria-live="polite">{isCopied ? t.copied : t.copy}</span>
			</button>
			<p>{t.keepCode}</p>
			<div class="received-qr">
				<LaterQr text={`${location.origin}${address}`} label={t.followByPhone} />
				<span class="small grey">{t.followByPhone}</span>
			</div>
			<a class="button button-wide" href={address}>
				{t.followNow}
			</a>
			<button type="button" class="button-quiet button-wide" onClick={again}>
				{t.another}
			</button>
		</section>
	)
}
