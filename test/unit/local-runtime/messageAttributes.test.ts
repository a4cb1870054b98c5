import { expect, test } from 'vitest'
import { md5OfAttributes, md5OfText, messageSize } from '../../../infra/local/queue/messageAttributes.ts'

test.each([
	['Number', '235c5c510d26fb653d073faed50ae77c'],
	['Number.java.lang.Long', '2e2e4876d8e0bd6b8c2c8f556831c349'],
])('the digest of a %s attribute is the one that SQS gives', (DataType, digest) => {
	expect(md5OfAttributes({ timestamp: { DataType, StringValue: '1493147359900' } })).toBe(digest)
})

test('no attributes have no digest', () => {
	expect(md5OfAttributes({})).toBeUndefined()
})

test('the order in which attributes are given does not matter', () => {
	const a = { DataType: 'String', StringValue: '氨气' }
	const b = { DataType: 'Binary', BinaryValue: 'AP8=' }
	expect(md5OfAttributes({ a, b })).toBe(md5OfAttributes({ b, a }))
})

test('a body is digested and counted as UTF-8', () => {
	expect(md5OfText('')).toBe('d41d8cd98f00b204e9800998ecf8427e')
	expect(messageSize('氨气', { raw: { DataType: 'Binary', BinaryValue: 'AP8=' } })).toBe(6 + 3 + 6 + 2)
})
