type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What to send so that a part of a shadow becomes as wanted: only what differs, and `null` for what is to go
 * (https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html). Undefined where nothing differs.
 */
export const changeBetween = (known: Json, wanted: Json): Json | undefined => {
	const change: Record<string, unknown> = {}
	for (const name of Object.keys(known)) if (wanted[name] === undefined) change[name] = null
	for (const [name, value] of Object.entries(wanted)) {
		const before = known[name]
		if (value === undefined) continue
		if (isObject(value) && isObject(before)) {
			const within = changeBetween(before, value)
			if (within !== undefined) change[name] = within
		} else if (JSON.stringify(before) !== JSON.stringify(value)) change[name] = value
	}
	return Object.keys(change).length > 0 ? change : undefined
}
