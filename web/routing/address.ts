/** An address with some parameters of its query set, or taken away where the value is undefined or empty. */
export const withQuery = (address: string, changes: Readonly<Record<string, string | undefined>>): string => {
	const [before = '', fragment] = address.split('#')
	const [path = '', query = ''] = before.split('?')
	const parameters = new URLSearchParams(query)
	for (const [name, value] of Object.entries(changes)) {
		if (value === undefined || value === '') parameters.delete(name)
		else parameters.set(name, value)
	}
	const text = parameters.toString()
	return `${path}${text === '' ? '' : `?${text}`}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The address with the language of the page it is reached from, unless it names one itself. */
export const keepingLanguage = (address: string, from: string): string => {
	const language = new URLSearchParams(from).get('lang')
	if (language === null || new URLSearchParams(address.split('?')[1]?.split('#')[0]).has('lang')) return address
	return withQuery(address, { lang: language })
}
