import * as z from '../../../shared/contract/zod.ts'

/** 256 bits, base64url: what HS256 asks for at least (RFC 7518, 3.2). */
const Key = z.base64url().check(z.minLength(43))
/** The keys by name; new links are signed with the one that `current` names, the others still open older links. */
const Keyring = z
	.strictObject({
		current: z.string().check(z.minLength(1)),
		keys: z.record(z.string().check(z.minLength(1), z.maxLength(40)), Key),
	})
	.check(z.refine(({ current, keys }) => Object.hasOwn(keys, current), { error: 'one of the keys', path: ['current'] }))

/** A key that was changed is known everywhere after this. */
const KEEP_MS = 5 * 60_000
/** Whoever invents names of keys makes us ask no more often than this. */
const ASK_AGAIN_MS = 30_000

export type LinkKey = { id: string; bytes: Uint8Array }

/** The signing keys, read when they are first needed: a fault of the secret store stops links, and nothing else. */
export class LinkKeys {
	readonly #read: () => Promise<string>
	readonly #now: () => number
	#known: { at: number; current: string; keys: ReadonlyMap<string, Uint8Array> } | undefined

	constructor(read: () => Promise<string>, now: () => number) {
		this.#read = read
		this.#now = now
	}

	/** @throws when the keyring cannot be read or is none; the error does not show it */
	async current(): Promise<LinkKey> {
		const { current, keys } = await this.#keyring(KEEP_MS)
		const bytes = keys.get(current)
		if (!bytes) throw new Error('a keyring names a key that it has')
		return { id: current, bytes }
	}

	async named(id: string): Promise<Uint8Array | undefined> {
		return (await this.#keyring(KEEP_MS)).keys.get(id) ?? (await this.#keyring(ASK_AGAIN_MS)).keys.get(id)
	}

	async #keyring(maxAge: number) {
		const now = this.#now()
		if (this.#known && now - this.#known.at < maxAge) return this.#known
		const { current, keys } = parse(await this.#read())
		const bytes = Object.entries(keys).map(([id, key]) => [id, new Uint8Array(Buffer.from(key, 'base64url'))] as const)
		this.#known = { at: now, current, keys: new Map(bytes) }
		return this.#known
	}
}

function parse(text: string): z.infer<typeof Keyring> {
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch {
		throw new Error('the keys of task links are not JSON')
	}
	const parsed = Keyring.safeParse(json)
	if (parsed.success) return parsed.data
	const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
	throw new Error(`the keys of task links: ${wrong.join('; ')}`)
}
