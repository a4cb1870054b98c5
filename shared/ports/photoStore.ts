import type { PhotoType } from '../contract/task/photo.ts'

/** What was sent under a key, and has not been looked at. */
export type SentPhoto = { type: string; bytes: Uint8Array }

/** Where photos are. Keys are those of `photoKey`; nothing else is ever asked for. */
export type PhotoStore = {
	/** 22 characters that nobody can guess, for a key. */
	newName(): string
	/**
	 * A form by which whoever has it can send one picture of that type under that key, at most so many bytes, for some
	 * minutes. What is sent and not kept is gone after a day.
	 */
	form(
		key: string,
		file: { type: PhotoType; bytes: number },
	): Promise<{ url: string; fields: Record<string, string>; expiresAt: number }>
	/** What was sent under the key: undefined if nothing was, or too long ago. Never more than a photo may have. */
	sent(key: string): Promise<SentPhoto | 'too-large' | undefined>
	/** Keeps a picture under the key. What is kept already stays as it is: safe to repeat. */
	keep(key: string, type: PhotoType, bytes: Uint8Array): Promise<void>
	isKept(key: string): Promise<boolean>
	/** Where whoever has the address sees a kept picture, for some minutes. Milliseconds since 1970. */
	address(key: string): Promise<{ url: string; expiresAt: number }>
}
