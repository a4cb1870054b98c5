import { type Language, spoken } from '../../../i18n/language.ts'
import { importWords } from './importWords.ts'
import type { Trouble } from './sheet/plan.ts'

/** Why a file cannot be read at all, and what to do. */
export const troubleText = (trouble: Trouble, language: Language): string => {
	const t = spoken(importWords, language)
	switch (trouble.is) {
		case 'empty':
			return t.empty
		case 'no-id':
			return t.noId
		case 'no-rows':
			return t.noRows
		case 'too-many':
			return t.tooMany(trouble.rows, trouble.most)
		case 'unclosed':
			return t.unclosed(trouble.line)
		case 'twice':
			return t.twice(trouble.heading)
	}
}
