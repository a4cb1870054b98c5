import { describe, expect, it, test } from 'vitest'
import { commonHeaders, fileHeaders, securityHeaders } from '../../../functions/pages/pageHeaders.ts'
import { answerPage } from '../../../functions/pages/site.ts'
import type { SiteFile } from '../../../shared/contract/http/site.ts'

const file = (path: string, type = 'text/html; charset=utf-8', isHashed = false): SiteFile => ({
	path,
	type,
	tag: 'abc',
	isHashed,
	encodings: ['br', 'gzip'],
})
const icon: SiteFile = { ...file('/icon.png', 'image/png'), encodings: [] }
const files = new Map(
	[
		...['/index.html', '/404.html', '/desk/index.html'].map((path) => file(path)),
		file('/assets/main-12345678.js', 'text/javascript; charset=utf-8', true),
		file('/drawing.svg', 'image/svg+xml; charset=utf-8'),
		icon,
	].map((entry) => [entry.path, entry]),
)
const ask = (path: string, acceptEncoding = '', ifNoneMatch = '') =>
	answerPage(files, { path, acceptEncoding, ifNoneMatch })

test.each([
	['/', 200, '/index.html'],
	['/desk', 200, '/desk/index.html'],
	['/desk/', 200, '/desk/index.html'],
	['/desk/courtyards/lijia', 200, '/desk/index.html'],
	['/desk/tasks/lijia-bin-1.fill-high.mwekwcmg', 200, '/desk/index.html'],
	['/assets/main-12345678.js', 200, '/assets/main-12345678.js'],
	['/desk/missing.js', 404, '/404.html'],
	['/attic', 404, '/404.html'],
	['/../package.json', 404, '/404.html'],
	['/site.json', 404, '/404.html'],
])('%s is answered with %d and %s', (path, status, answer) => {
	expect(ask(path)).toMatchObject({ status, file: { path: answer } })
})

test.each([
	['gzip, deflate, br', 'br'],
	['gzip', 'gzip'],
	['br;q=0, gzip;q=0.5', 'gzip'],
	['', 'identity'],
])('a reader who accepts “%s” gets %s', (accepted, encoding) => {
	expect(ask('/', accepted).encoding).toBe(encoding)
})

test('a picture is not sent as compressed text', () => {
	expect(ask('/icon.png', 'br').encoding).toBe('identity')
})

describe('who has a page already', () => {
	it.each(['"abc"', 'W/"abc"', '"abc-br"', '"x", "abc-gzip"'])('is told so: %s', (known) => {
		expect(ask('/', 'br', known).status).toBe(304)
	})

	it.each(['"abcd"', '"ab"', '', '"x"'])('but not with the tag of another: %s', (known) => {
		expect(ask('/', 'br', known).status).toBe(200)
	})
})

const security = securityHeaders(['https://id.example'], 'https://photos.example')
const headersOf = (path: string) => fileHeaders(ask(path), security)

test('only a file whose name changes with its content is kept for good', () => {
	expect(headersOf('/assets/main-12345678.js')['cache-control']).toContain('immutable')
	expect(headersOf('/desk')['cache-control']).toBe('no-cache')
	expect(headersOf('/attic')).not.toHaveProperty('etag')
})

test('a picture is kept for a day: the icon is not asked for again with each page', () => {
	expect(headersOf('/icon.png')['cache-control']).toBe('public, max-age=86400')
})

test.each(['/desk', '/attic', '/drawing.svg'])(
	'%s, which a browser may open as a document, comes with its rules',
	(path) => {
		expect(headersOf(path)).toMatchObject({ ...commonHeaders, ...security })
	},
)

test.each(['/assets/main-12345678.js', '/icon.png'])(
	'%s is no document: the rules of a page would only weigh',
	(path) => {
		expect(headersOf(path)).toMatchObject(commonHeaders)
		expect(headersOf(path)).not.toHaveProperty('content-security-policy')
	},
)

test('a page runs nothing inline, nothing from elsewhere but photos, and in nobody’s frame', () => {
	const policy = security['content-security-policy'] ?? ''
	expect(policy).not.toMatch(/unsafe|\*/)
	expect(policy.split('; ')).toEqual(
		expect.arrayContaining([
			"default-src 'none'",
			"script-src 'self'",
			"frame-ancestors 'none'",
			"connect-src 'self' https://id.example https://photos.example",
			"img-src 'self' blob: data: https://photos.example",
		]),
	)
})
