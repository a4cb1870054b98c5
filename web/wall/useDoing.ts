import type { WallBlackListed } from '../../shared/contract/wall/publicWall.ts'
import { date } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { wallWords } from './wallWords.ts'

/** What is being done about a courtyard on the black list, in a sentence. */
export const useDoing = (): ((entry: WallBlackListed) => string) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	return ({ planDue, underWay, solved }) => {
		const plan = planDue === null ? t.noPlan : t.planDue(date(`${planDue}T12:00:00+08:00`, language))
		if (underWay === 0 && solved === 0) return plan
		return `${plan}${language === 'zh' ? '；' : '; '}${t.repairs(underWay, solved)}`
	}
}
