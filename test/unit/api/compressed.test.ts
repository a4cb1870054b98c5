import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressed } from '../../../functions/adapters/http/compressed.ts'

const body = JSON.stringify({ courtyards: Array(60).fill({ name: { zh: '李家院子', en: 'Lijia Courtyard' } }) })
const answer = { statusCode: 200, headers: { etag: '"a"', 'content-type': 'application/json' }, body }
const bytes = (response: { body?: string | undefined }) => Buffer.from(response.body ?? '', 'base64')

describe('an answer of the API', () => {
	it('comes small to whoever can take it so, and says the same', () => {
		const small = compressed(answer, 'gzip, deflate, br')
		expect(small).toMatchObject({
			statusCode: 200,
			isBase64Encoded: true,
			headers: { etag: '"a"', 'content-encoding': 'br', vary: 'accept-encoding' },
		})
		expect(brotliDecompressSync(bytes(small)).toString()).toBe(body)
		expect(bytes(small).length).toBeLessThan(body.length / 5)
		expect(gunzipSync(bytes(compressed(answer, 'gzip;q=0.8'))).toString()).toBe(body)
	})

	it('comes as it is to whoever cannot, or says no', () => {
		for (const accepts of ['', 'identity', 'gzip;q=0', 'br;q=0, deflate'])
			expect(compressed(answer, accepts)).toEqual({
				...answer,
				headers: { ...answer.headers, vary: 'accept-encoding' },
			})
	})

	it('that is short, or bytes, is left alone', () => {
		const short = { ...answer, body: '{}' }
		const sheet = { ...answer, body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
		for (const one of [short, sheet, { statusCode: 304 }]) expect(compressed(one, 'br')).toBe(one)
	})
})
