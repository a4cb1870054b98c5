import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { type Dictionary, type Language, type Spoken, spoken } from './language.ts'

export const LanguageContext = createContext<Language>('zh')

export const useLanguage = (): Language => useContext(LanguageContext)

/** The words of a room in the reader's language: `const t = useWords(deskWords); t.today`. */
export const useWords = <D extends Dictionary>(dictionary: D): Spoken<D> => {
	const language = useLanguage()
	return useMemo(() => spoken(dictionary, language), [dictionary, language])
}
