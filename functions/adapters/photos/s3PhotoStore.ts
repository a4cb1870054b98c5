import { randomBytes } from 'node:crypto'
import { MOST_PHOTO_BYTES, type PhotoType } from '../../../shared/contract/task/photo.ts'
import { readPhotoKey } from '../../../shared/domain/photo/photoKey.ts'
import type { PhotoStore, SentPhoto } from '../../../shared/ports/photoStore.ts'
import { askS3, type Bucket, requestTo, signerFor } from './s3Requests.ts'
import { uploadForm } from './s3UploadForm.ts'

const FORM_MS = 10 * 60_000
const ADDRESS_MS = 5 * 60_000
const HASH = 'x-amz-content-sha256'

/** The folders of the bucket, each with its own rule of how long things stay (infra/constructs/photos.ts). */
const incoming = (key: string): string => `incoming/${key}`
function kept(key: string): string {
	const name = readPhotoKey(key)
	if (!name) throw new Error('asked for a photo by what is not the key of one')
	return `${name.kind === 'resident' ? 'reports' : 'evidence'}/${key}`
}

/** Photos in a bucket. Browsers send and get them by themselves, with what is signed here for each. */
export class S3PhotoStore implements PhotoStore {
	readonly #bucket: Bucket
	readonly #now: () => number

	constructor(bucket: Bucket, now: () => number) {
		this.#bucket = bucket
		this.#now = now
	}

	newName(): string {
		return randomBytes(16).toString('base64url')
	}

	async form(key: string, { type, bytes }: { type: PhotoType; bytes: number }) {
		const now = this.#now()
		const expiresAt = now + FORM_MS
		const fields = await uploadForm(this.#bucket, { key: incoming(key), type, bytes, expiresAt }, now)
		return { url: this.#bucket.url, fields, expiresAt }
	}

	async sent(key: string): Promise<SentPhoto | 'too-large' | undefined> {
		const response = await askS3(this.#bucket, 'GET', incoming(key), this.#now())
		if (isMissing(response) || Number(response.headers.get('content-length')) > MOST_PHOTO_BYTES) {
			await response.body?.cancel()
			return isMissing(response) ? undefined : 'too-large'
		}
		mustBe(response, 200)
		const bytes = new Uint8Array(await response.arrayBuffer())
		return { type: response.headers.get('content-type') ?? '', bytes }
	}

	async keep(key: string, type: PhotoType, bytes: Uint8Array): Promise<void> {
		const headers = { 'content-type': type, 'if-none-match': '*' }
		const response = await askS3(this.#bucket, 'PUT', kept(key), this.#now(), { headers, body: new Uint8Array(bytes) })
		await response.body?.cancel()
		// 412: it is kept already.
		if (response.status !== 412) mustBe(response, 200)
	}

	async isKept(key: string): Promise<boolean> {
		const response = await askS3(this.#bucket, 'HEAD', kept(key), this.#now())
		if (isMissing(response)) return false
		mustBe(response, 200)
		return true
	}

	async address(key: string): Promise<{ url: string; expiresAt: number }> {
		const now = this.#now()
		const address = `${this.#bucket.url}/${kept(key)}`
		// Says how the content is hashed, and is no part of the address.
		const request = requestTo(address, 'GET', { [HASH]: 'UNSIGNED-PAYLOAD' })
		const { query = {} } = await signerFor(this.#bucket).presign(request, {
			signingDate: new Date(now),
			expiresIn: ADDRESS_MS / 1000,
			unhoistableHeaders: new Set([HASH]),
			unsignableHeaders: new Set([HASH]),
		})
		const signed = new URL(address)
		for (const [name, value] of Object.entries(query)) signed.searchParams.set(name, String(value))
		// "+" stands for itself in a signature.
		signed.search = signed.search.replaceAll('+', '%20')
		return { url: signed.href, expiresAt: now + ADDRESS_MS }
	}
}

/** Whoever may not list a bucket hears 403 of an object that is not there. That we may not read at all, `keep` tells. */
const isMissing = ({ status }: Response): boolean => status === 404 || status === 403

/** @throws what S3 said, if it was something else */
function mustBe({ status, statusText }: Response, expected: number): void {
	if (status !== expected) throw new Error(`S3 answered ${status} ${statusText} about a photo`)
}
