import { onTestFinished } from 'vitest'
import { S3PhotoStore } from '../../../functions/adapters/photos/s3PhotoStore.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { type Objects, startObjects } from '../../../infra/local/objects/startObjects.ts'
import { photoKey } from '../../../shared/domain/photo/photoKey.ts'
import { temporaryFolder } from '../local-runtime/temporaryFolder.ts'

export const NAME = 'photos'
export const SITE = 'http://127.0.0.1:8080'
const bucket = {
	name: NAME,
	cors: [{ origins: [SITE], methods: ['POST'], maxAge: 3600 }],
	expiry: [
		{ prefix: 'incoming/', days: 1 },
		{ prefix: 'reports/', days: 89 },
	],
}

export type LocalBucket = {
	objects: Objects
	store: S3PhotoStore
	folder: string
	clock: { at: number }
	url: string
	logged: string[]
}

/** A bucket on this machine with a clock to turn, and the adapter that the API uses on it. */
export async function localBucket(folder = temporaryFolder(), clock = { at: Date.now() }): Promise<LocalBucket> {
	const logged: string[] = []
	const log = (line: string) => logged.push(line)
	const objects = await startObjects({ port: 0, buckets: [bucket], folder, log, now: () => clock.at })
	onTestFinished(() => objects.close())
	const url = `${objects.endpoint}/${NAME}`
	const credentials = async () => localCredentials
	const store = new S3PhotoStore({ name: NAME, url, region: 'us-east-1', credentials }, () => clock.at)
	return { objects, store, folder, clock, url, logged }
}

let made = 0
/** Another key each time. */
export function newKey(kind: 'evidence' | 'resident' = 'evidence', issuedAt = Date.now()): string {
	made += 1
	return photoKey({ kind, courtyard: 'lijia', issuedAt, owner: 'o'.repeat(16), unique: String(made).padStart(22, '0') })
}

export type Form = { url: string; fields: Record<string, string> }

/** Sends a form as a browser does. */
export async function post({ url, fields }: Form, content: Uint8Array, headers: Record<string, string> = {}) {
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.append(name, value)
	form.append('file', new Blob([new Uint8Array(content)]), '照片.jpg')
	const response = await fetch(url, { method: 'POST', body: form, headers })
	return { status: response.status, headers: response.headers, text: await response.text() }
}
