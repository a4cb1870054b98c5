import { expect, test } from 'vitest'
import { requestTo, signerFor } from '../../../functions/adapters/photos/s3Requests.ts'
import { uploadForm } from '../../../functions/adapters/photos/s3UploadForm.ts'

/** The credentials of the examples in the Amazon S3 API Reference. */
const credentials = {
	accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
	secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const bucket = {
	name: 'examplebucket',
	url: 'https://examplebucket.s3.amazonaws.com',
	region: 'us-east-1',
	credentials: async () => credentials,
}
const FIRST_DAY = new Date('2013-05-24T00:00:00Z')
const HASH = 'x-amz-content-sha256'

test('a signed address is that of the API Reference’s example', async () => {
	const { query } = await signerFor(bucket).presign(
		requestTo(`${bucket.url}/test.txt`, 'GET', { [HASH]: 'UNSIGNED-PAYLOAD' }),
		{
			signingDate: FIRST_DAY,
			expiresIn: 86_400,
			unhoistableHeaders: new Set([HASH]),
			unsignableHeaders: new Set([HASH]),
		},
	)
	expect(query).toEqual({
		'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
		'X-Amz-Credential': 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request',
		'X-Amz-Date': '20130524T000000Z',
		'X-Amz-Expires': '86400',
		'X-Amz-SignedHeaders': 'host',
		'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
	})
})

test('a signed request is that of the API Reference’s example', async () => {
	const request = requestTo(`${bucket.url}/test.txt`, 'GET', { range: 'bytes=0-9' })
	const { headers } = await signerFor(bucket).sign(request, { signingDate: FIRST_DAY })
	expect(headers.authorization).toBe(
		'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
	)
})

test('a policy is signed as that of the API Reference’s example', async () => {
	const policy = [
		'{ "expiration": "2015-12-30T12:00:00.000Z",',
		'  "conditions": [',
		'    {"bucket": "sigv4examplebucket"},',
		'    ["starts-with", "$key", "user/user1/"],',
		'    {"acl": "public-read"},',
		'    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
		'    ["starts-with", "$Content-Type", "image/"],',
		'    {"x-amz-meta-uuid": "14365123651274"},',
		'    {"x-amz-server-side-encryption": "AES256"},',
		'    ["starts-with", "$x-amz-meta-tag", ""],',
		'',
		'    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
		'    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
		'    {"x-amz-date": "20151229T000000Z" }',
		'  ]',
		'}',
	].join('\r\n')
	const signingDate = new Date('2015-12-29T00:00:00Z')
	expect(await signerFor(bucket).sign(Buffer.from(policy).toString('base64'), { signingDate })).toBe(
		'8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
	)
})

test('a form carries what was signed, and the token of a role', async () => {
	const session = { ...bucket, credentials: async () => ({ ...credentials, sessionToken: 'token' }) }
	const allowed = { key: 'incoming/a', type: 'image/png', bytes: 9, expiresAt: FIRST_DAY.getTime() + 60_000 }
	const {
		policy = '',
		'x-amz-signature': signature,
		...fields
	} = await uploadForm(session, allowed, FIRST_DAY.getTime())
	expect(fields).toEqual({
		key: 'incoming/a',
		'Content-Type': 'image/png',
		'x-amz-algorithm': 'AWS4-HMAC-SHA256',
		'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request',
		'x-amz-date': '20130524T000000Z',
		'x-amz-security-token': 'token',
	})
	expect(signature).toMatch(/^[0-9a-f]{64}$/)
	expect(JSON.parse(Buffer.from(policy, 'base64').toString())).toEqual({
		expiration: '2013-05-24T00:01:00.000Z',
		conditions: [
			{ bucket: 'examplebucket' },
			...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
			['content-length-range', 1, 9],
		],
	})
})
