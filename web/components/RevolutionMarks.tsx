import type { Revolution } from '../../shared/contract/telemetry/measurand.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { scoreText } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'
import type { RevolutionPart } from './RevolutionBar.tsx'
import { revolutionOrder } from './revolutionOrder.ts'

/** The three revolutions in a row of a table: icon and points, in the colour of the band; what is missing stays empty. */
export const RevolutionMarks = ({ revolutions }: { revolutions: Partial<Record<Revolution, RevolutionPart>> }) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	return (
		<span class="revolution-marks">
			{revolutionOrder.map((name) => {
				const part = revolutions[name]
				if (part === undefined) return <span key={name} />
				const title = `${t[name]}: ${t[part.band]}`
				return (
					<span key={name} class={`figures band-${part.band}`} title={title}>
						<Icon name={name} label={title} /> {part.score === null ? t.noPoints : scoreText(part.score, 0, language)}
					</span>
				)
			})}
		</span>
	)
}
