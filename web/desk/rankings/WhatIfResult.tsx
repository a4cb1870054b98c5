import type { WhatIfView } from '../../../shared/contract/score/whatIf.ts'
import { useWords } from '../../i18n/useWords.ts'
import { MovesTable } from './MovesTable.tsx'
import { movedCount } from './moveKey.ts'
import { publishWords } from './publishWords.ts'
import { whatIfWords } from './whatIfWords.ts'

/** A month under another profile: beside what, how many move, and each courtyard with why. */
export const WhatIfResult = ({ result }: { result: WhatIfView }) => {
	const t = useWords(whatIfWords)
	const publish = useWords(publishWords)
	const moved = movedCount(result.rows)
	return (
		<section class="stack">
			<p role="status">
				{result.beside.status === 'published' ? t.besidePublished(result.beside.revision) : t.besideDraft}
				{' · '}
				<strong>{moved === 0 ? publish.nothingMoved : publish.movedCount(moved, result.rows.length)}</strong>
			</p>
			<MovesTable rows={result.rows} />
		</section>
	)
}
