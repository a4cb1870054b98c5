/** Whether all words of a search stand in one of the texts; case does not matter, an empty search fits everything. */
export const matches = (search: string, texts: readonly (string | undefined)[]): boolean => {
	const all = texts.join('\n').toLowerCase()
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => all.includes(word))
}
