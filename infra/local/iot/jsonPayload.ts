/** The value of a JSON text; undefined where it is none. */
export const readJson = (payload: Buffer): unknown => {
	try {
		return JSON.parse(payload.toString('utf8'))
	} catch {
		return undefined
	}
}

export const isJsonObject = (payload: Buffer): boolean => {
	const value = readJson(payload)
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
