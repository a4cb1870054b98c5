import { words } from '../i18n/language.ts'

export const taskLineWords = words({
	overdue: { zh: (length: string) => `已超时 ${length}`, en: (length: string) => `${length} overdue` },
	left: { zh: (length: string) => `还剩 ${length}`, en: (length: string) => `${length} left` },
})
