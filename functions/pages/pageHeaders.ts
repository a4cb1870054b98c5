import type { SiteFile } from '../../shared/contract/http/site.ts'
import type { PageAnswer } from './site.ts'

/** What goes with every answer, of whatever kind. */
export const commonHeaders: Readonly<Record<string, string>> = {
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'cross-origin-resource-policy': 'same-origin',
}

/**
 * What a browser may do with a page: everything from this origin, nothing inline, nothing from elsewhere. The
 * exceptions: calls to the identity provider, and photos, which go to their bucket and come from there. `blob:` and `data:`
 * pictures are photos that the reader takes.
 */
export const securityHeaders = (providerOrigins: readonly string[], photoOrigin: string): Record<string, string> => ({
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		`img-src 'self' blob: data: ${photoOrigin}`,
		"font-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		`connect-src ${["'self'", ...new Set([...providerOrigins, photoOrigin])].join(' ')}`,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
})

/** Programs, styles and data are no documents: the rules for a page would be half a kilobyte with each, and no effect. */
const isDocument = (type: string): boolean => /^(text\/html|image\/svg)/.test(type)

/**
 * A year for what never changes, a day for pictures; everything else is asked for again each time, and mostly answered
 * with 304.
 */
export const fileHeaders = (
	{ status, file, encoding }: PageAnswer,
	security: Readonly<Record<string, string>>,
): Record<string, string> => ({
	...commonHeaders,
	...(isDocument(file.type) ? security : {}),
	...(status === 304 ? {} : { 'content-type': file.type }),
	...(encoding === 'identity' || status === 304 ? {} : { 'content-encoding': encoding }),
	...(file.encodings.length > 0 ? { vary: 'accept-encoding' } : {}),
	...(status === 404 ? {} : { etag: `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"` }),
	'cache-control': status === 404 ? 'no-cache' : keeping(file),
})

const keeping = ({ isHashed, type }: SiteFile): string => {
	if (isHashed) return 'public, max-age=31536000, immutable'
	return type.startsWith('image/') ? 'public, max-age=86400' : 'no-cache'
}
