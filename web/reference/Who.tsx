import { useLanguage, useWords } from '../i18n/useWords.ts'
import type { Operation } from './apiDocument.ts'
import { referenceWords } from './referenceWords.ts'

const people = ['head', 'village', 'staff', 'admin'] as const

/** Who may call an operation, in plain words. */
export const Who = ({ operation: { security, 'x-roles': roles } }: { operation: Operation }) => {
	const t = useWords(referenceWords)
	const joined = useLanguage() === 'zh' ? '、' : ', '
	if (security.some((one) => 'taskLink' in one)) return <p>{t.byLink}</p>
	if (roles.includes('public')) return <p>{t.public}</p>
	const named = people
		.filter((role) => roles.includes(role))
		.map((role) => t[role])
		.join(joined)
	return <p class="who">{named}</p>
}
