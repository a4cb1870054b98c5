import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { localCredentials } from '../lambda/localCredentials.ts'
import { S3Error } from './s3Error.ts'

export const ALGORITHM = 'AWS4-HMAC-SHA256'

/** Day, region and service that a signature is good for. */
export interface Scope {
	readonly day: string
	readonly region: string
}

/**
 * Signature Version 4, written from its description ("Create a signed AWS API request", IAM user guide) and not with the
 * library that signs for the functions: the two check each other.
 */
export const signatureOf = (text: string, { day, region }: Scope): string => {
	const hmac = (key: string | Buffer, part: string): Buffer => createHmac('sha256', key).update(part).digest()
	const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${localCredentials.secretAccessKey}`, day))
	return hmac(key, text).toString('hex')
}

/** @throws S3Error where it is not the signature of the text */
export const requireSignature = (given: string, text: string, scope: Scope): void => {
	const expected = Buffer.from(signatureOf(text, scope))
	const got = Buffer.from(given)
	if (got.length !== expected.length || !timingSafeEqual(got, expected))
		throw new S3Error('SignatureDoesNotMatch', 'The signature does not match what was signed.')
}

/** `<access key>/<day>/<region>/s3/aws4_request`. @throws S3Error for another key, and for any other form */
export const scopeOf = (credential: string): Scope => {
	const [accessKey, day, region, service, end] = credential.split('/')
	if (accessKey !== localCredentials.accessKeyId || !day || !region || service !== 's3' || end !== 'aws4_request')
		throw new S3Error('AccessDenied', 'These are not the credentials of this machine.')
	return { day, region }
}

/** `20261123T061200Z` as milliseconds since 1970. @throws S3Error where it is something else */
export const instantOf = (date: string): number => {
	const at = Date.parse(date.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'))
	if (Number.isNaN(at))
		throw new S3Error('AccessDenied', 'The date of the signature is not of the form 20261123T061200Z.')
	return at
}

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
