/** A sheet's id, `2026-11-21.lijia`, would look like a file in an address. */
export const sheetHref = (id: string): string => {
	const [day = '', courtyard = ''] = id.split('.')
	return `/desk/inspections/${encodeURIComponent(courtyard)}/${day}`
}

export const sheetId = ({ courtyard = '', day = '' }: Readonly<Record<string, string>>): string => `${day}.${courtyard}`
