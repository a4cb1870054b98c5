import { type ComponentChildren, render } from 'preact'
import { useEffect } from 'preact/hooks'
import { languageOf, languageTag } from '../i18n/language.ts'
import { LanguageContext } from '../i18n/useWords.ts'
import { followLinks, usePlace } from '../routing/navigation.ts'

const App = ({ children }: { children: ComponentChildren }) => {
	const language = languageOf(usePlace().search, navigator.languages)
	useEffect(() => {
		document.documentElement.lang = languageTag[language]
	}, [language])
	return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
}

/** Starts an entry (`/desk`): its links, its language, its page. */
export const start = (entry: string, page: ComponentChildren): void => {
	followLinks(entry)
	const root = document.getElementById('app')
	if (root !== null) render(<App>{page}</App>, root)
}
