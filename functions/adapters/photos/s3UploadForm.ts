import { type Bucket, signerFor } from './s3Requests.ts'

/** What may be sent by a form: under which key, of which type, at most how many bytes, until when. */
export type Allowed = { key: string; type: string; bytes: number; expiresAt: number }

/**
 * The fields of a form by which a browser sends one object to S3 without credentials ("Authenticating Requests in
 * Browser-Based Uploads Using POST", Amazon S3 API Reference): a policy of what may come, and its signature.
 * @param now milliseconds since 1970
 */
export async function uploadForm(bucket: Bucket, allowed: Allowed, now: number): Promise<Record<string, string>> {
	const { accessKeyId, sessionToken } = await bucket.credentials()
	const date = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')
	const fields = {
		key: allowed.key,
		'Content-Type': allowed.type,
		'x-amz-algorithm': 'AWS4-HMAC-SHA256',
		'x-amz-credential': `${accessKeyId}/${date.slice(0, 8)}/${bucket.region}/s3/aws4_request`,
		'x-amz-date': date,
		...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
	}
	const conditions = [
		{ bucket: bucket.name },
		...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
		['content-length-range', 1, allowed.bytes],
	]
	const text = JSON.stringify({ expiration: new Date(allowed.expiresAt).toISOString(), conditions })
	const policy = Buffer.from(text).toString('base64')
	const signature = await signerFor(bucket).sign(policy, { signingDate: new Date(now) })
	return { ...fields, policy, 'x-amz-signature': signature }
}
