/** The languages of the pages; Chinese is the first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** What a dictionary may hold under a name: a text in each language, or a function that makes one. */
type Entry =
	| { readonly zh: string; readonly en: string }
	| { readonly zh: (...parts: never[]) => string; readonly en: (...parts: never[]) => string }

export type Dictionary = Readonly<Record<string, Entry>>

/** The dictionary in one language. */
export type Spoken<D extends Dictionary> = {
	readonly [K in keyof D]: D[K]['zh'] extends string ? string : D[K]['zh'] & D[K]['en']
}

/** The words of a room of the pages: a name without its word in one of the languages is a type error. */
export const words = <const D extends Dictionary>(dictionary: D): D => dictionary

/** @returns the texts of one language by their names */
export const spoken = <D extends Dictionary>(dictionary: D, language: Language): Spoken<D> =>
	Object.fromEntries(Object.entries(dictionary).map(([name, entry]) => [name, entry[language]])) as Spoken<D>

/**
 * The language a page is shown in: what its address asks for (`?lang=en`), else the first of the reader's languages that
 * there is, else Chinese.
 */
export const languageOf = (search: string, preferred: readonly string[]): Language => {
	const asked = new URLSearchParams(search).get('lang')
	const wishes = asked === null ? preferred : [asked, ...preferred]
	for (const wish of wishes) {
		const found = languages.find((language) => wish.toLowerCase().split('-')[0] === language)
		if (found !== undefined) return found
	}
	return 'zh'
}

/** For the `lang` attribute. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
