import { MOST_PHOTO_BYTES, type PhotoType } from '../../shared/contract/task/photo.ts'
import type { PhotoStore, SentPhoto } from '../../shared/ports/photoStore.ts'

const FORM_MS = 600_000
const ADDRESS_MS = 300_000
const ELSEWHERE = 'https://photos.example'

/** Photos in memory. A test puts what a browser would have sent by `arrives`. */
export class MemoryPhotos implements PhotoStore {
	readonly incoming = new Map<string, SentPhoto>()
	readonly kept = new Map<string, SentPhoto>()
	readonly #now: () => number
	readonly #before: (call: string) => Promise<void>
	#made = 0

	constructor(now: () => number = () => 0, before: (call: string) => Promise<void> = async () => {}) {
		this.#now = now
		this.#before = before
	}

	/** As if a browser had sent it by the form. */
	arrives(key: string, photo: SentPhoto): void {
		this.incoming.set(key, photo)
	}

	newName(): string {
		this.#made += 1
		return String(this.#made).padStart(22, 'x')
	}

	async form(key: string, { type }: { type: PhotoType; bytes: number }) {
		await this.#before('form')
		return { url: ELSEWHERE, fields: { key, 'Content-Type': type }, expiresAt: this.#now() + FORM_MS }
	}

	async sent(key: string): Promise<SentPhoto | 'too-large' | undefined> {
		await this.#before('sent')
		const photo = this.incoming.get(key)
		return photo && photo.bytes.length > MOST_PHOTO_BYTES ? 'too-large' : photo
	}

	async keep(key: string, type: PhotoType, bytes: Uint8Array): Promise<void> {
		await this.#before('keep')
		if (!this.kept.has(key)) this.kept.set(key, { type, bytes })
	}

	async isKept(key: string): Promise<boolean> {
		await this.#before('isKept')
		return this.kept.has(key)
	}

	async address(key: string): Promise<{ url: string; expiresAt: number }> {
		return { url: `${ELSEWHERE}/${key}?signed`, expiresAt: this.#now() + ADDRESS_MS }
	}
}
