export type ContentEncoding = 'br' | 'gzip'

/**
 * The smallest of the forms that are offered which the reader takes, by his `Accept-Encoding` (RFC 9110, 12.5.3: what he
 * refuses has weight 0); brotli is the smaller of the two.
 *
 * @returns `identity` where he takes none of them
 */
export const contentEncoding = (
	offered: readonly ContentEncoding[],
	accepted: string,
): ContentEncoding | 'identity' => {
	const taken = accepted.split(',').flatMap((part) => {
		const [name = '', ...parameters] = part
			.trim()
			.toLowerCase()
			.split(/\s*;\s*/)
		return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
	})
	return (['br', 'gzip'] as const).find((name) => offered.includes(name) && taken.includes(name)) ?? 'identity'
}
