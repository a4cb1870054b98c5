import type { PageAnswer } from './site.ts'

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
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
})

/** A year for what never changes; everything else is asked for again each time, and mostly answered with 304. */
export const fileHeaders = ({ status, file, encoding }: PageAnswer): Record<string, string> => ({
	...(status === 304 ? {} : { 'content-type': file.type }),
	...(encoding === 'identity' || status === 304 ? {} : { 'content-encoding': encoding }),
	...(file.encodings.length > 0 ? { vary: 'accept-encoding' } : {}),
	...(status === 404 ? {} : { etag: `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"` }),
	'cache-control': status !== 404 && file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
})
