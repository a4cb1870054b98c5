const CST_AHEAD_MS = 8 * 3_600_000

/**
 * The instant of a time as HJ 212 writes it, `YYYYMMDDhhmmss` in China Standard Time (UTC+8, no summer time); three more
 * digits are milliseconds.
 * @returns milliseconds since 1970; undefined for what is no time from 1970 on
 */
export function chinaTime(text: string): number | undefined {
	const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})?$/.exec(text)
	if (!found) return undefined
	const [, year, month, day, hour, minute, second, millisecond = '000'] = found
	const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
	const local = Date.parse(written)
	// The 31st of February is read as a day of March.
	if (Number.isNaN(local) || new Date(local).toISOString() !== written) return undefined
	const at = local - CST_AHEAD_MS
	return at < 0 ? undefined : at
}
