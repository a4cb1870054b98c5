import type { Band as BandName } from '../../shared/contract/score/liveViews.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'

/** The band as its word, with a mark in its colour: never the colour alone. */
export const Band = ({ band }: { band: BandName }) => (
	<span class={`band band-${band}`}>
		<span class={`band-mark ${band === 'insufficient' ? 'hatched' : ''}`} aria-hidden="true" />
		{useWords(commonWords)[band]}
	</span>
)
