import { useWords } from '../../i18n/useWords.ts'
import { LaterQr } from '../LaterQr.tsx'
import { wallAddress } from '../wallAddress.ts'
import { wallWords } from '../wallWords.ts'

/** The way from this screen to a phone; on a phone itself it is not shown. */
export const ScanPart = () => {
	const t = useWords(wallWords)
	// As in wall.css: what is not shown is not loaded either.
	if (!matchMedia('(min-width: 1000px)').matches) return null
	return (
		<section class="card wall-scan">
			<LaterQr text={wallAddress('/wall')} label={t.scan} />
			<h2>{t.scan}</h2>
			<p class="grey">{t.scanNote}</p>
		</section>
	)
}
