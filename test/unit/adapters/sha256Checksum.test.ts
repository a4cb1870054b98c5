import { createHash, createHmac } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SignatureV4 } from '@smithy/signature-v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sha256Checksum } from '../../../functions/adapters/tables/sha256Checksum.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('the words of RFC 4231, test case 2, have its HMAC', async () => {
	const hmac = new Sha256Checksum('Jefe')
	hmac.update('what do ya want for nothing?')
	expect(hex(await hmac.digest())).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
})

test('nothing at all has the hash that everybody knows', async () => {
	expect(hex(await new Sha256Checksum().digest())).toBe(
		'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
	)
})

test('whatever is hashed, in however many parts and under whichever key, has the hash of Node.js', async () => {
	const secret = fc.oneof(fc.constant(undefined), fc.string(), fc.uint8Array({ minLength: 1 }))
	const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array())
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(secret, fc.array(part))), async (messages) => {
			for (const [key, parts] of messages) {
				const own = new Sha256Checksum(key)
				const reference = key === undefined ? createHash('sha256') : createHmac('sha256', key)
				for (const one of parts) {
					own.update(one)
					reference.update(one)
				}
				expect(hex(await own.digest())).toBe(reference.digest('hex'))
			}
		}),
	)
})

test('a view into a larger buffer is hashed for what it shows, and begun anew it forgets', async () => {
	const whole = new Uint8Array([1, 2, 3, 4, 5, 6])
	const own = new Sha256Checksum()
	own.update('something else')
	own.reset()
	own.update(new DataView(whole.buffer, 2, 3))
	expect(hex(await own.digest())).toBe(createHash('sha256').update(whole.subarray(2, 5)).digest('hex'))
})

test('a call is signed as the SDK signs it, also after a change of credentials', async () => {
	const call = {
		method: 'POST',
		protocol: 'https:',
		hostname: 'dynamodb.us-east-1.amazonaws.com',
		path: '/',
		headers: { host: 'dynamodb.us-east-1.amazonaws.com', 'x-amz-target': 'DynamoDB_20120810.UpdateItem' },
		body: '{"TableName":"院落"}',
	}
	const { sha256 } = new DynamoDBClient({ region: 'us-east-1' }).config
	const signed = async (hash: typeof sha256, id: string, day: number): Promise<string | undefined> => {
		const credentials = { accessKeyId: id, secretAccessKey: `secret of ${id}`, sessionToken: `token of ${id}` }
		const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'dynamodb', sha256: hash })
		const signingDate = new Date(Date.UTC(2026, 10, day))
		return (await signer.sign(call, { signingDate })).headers.authorization
	}
	for (const [id, day] of [
		['A', 1],
		['A', 1],
		['B', 1],
		['A', 2],
		['B', 2],
	] as const) {
		const own = await signed(Sha256Checksum, id, day)
		expect(own).toMatch(/Signature=[0-9a-f]{64}$/)
		expect(own).toBe(await signed(sha256, id, day))
	}
})
