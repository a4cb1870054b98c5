import { describe, expect, it } from 'vitest'
import { responseOf } from '../../../infra/local/http/gatewayResponse.ts'

const json = { 'content-type': 'application/json' }

describe('the response to a function that returned', () => {
	it('a bare object is that object as JSON', () => {
		expect(responseOf({ ok: true })).toEqual({ status: 200, headers: json, body: '{"ok":true}' })
	})

	it('bare text is that text', () => {
		expect(responseOf('hello')).toEqual({ status: 200, headers: json, body: 'hello' })
	})

	it('a status, headers and cookies has them', () => {
		const result = {
			statusCode: 404,
			headers: { 'Content-Type': 'application/problem+json', 'X-N': 1 },
			cookies: ['a=1', 'b=2'],
			body: '{}',
		}
		expect(responseOf(result)).toEqual({
			status: 404,
			headers: { 'content-type': 'application/problem+json', 'x-n': '1', 'set-cookie': ['a=1', 'b=2'] },
			body: '{}',
		})
	})

	it('no content type is plain text', () => {
		expect(responseOf({ statusCode: 204 })).toEqual({
			status: 204,
			headers: { 'content-type': 'text/plain;charset=UTF-8' },
			body: '',
		})
	})

	it('a base64 body is decoded', () => {
		expect(responseOf({ statusCode: 200, body: 'AAH/', isBase64Encoded: true }).body).toEqual(Buffer.from([0, 1, 255]))
	})

	it.each([{ statusCode: 'x' }, { statusCode: 99 }, { statusCode: 200, body: { not: 'text' } }])(
		'%j is an internal error',
		(result) => {
			expect(responseOf(result)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' })
		},
	)
})
