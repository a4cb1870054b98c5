import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as z from '../../../shared/contract/zod.ts'
import { codeOf, readIfPresent, writeAtomically } from '../iot/dataFolder.ts'
import type { BucketDefinition } from './bucketDefinition.ts'
import { objectName } from './objectName.ts'
import { S3Error } from './s3Error.ts'

const DAY = 86_400_000
const Facts = z.object({ type: z.string(), size: z.int(), etag: z.string(), at: z.int() })
export type ObjectFacts = z.infer<typeof Facts>

/** What has come whole and is under no key yet. */
export interface Arrived {
	readonly file: string
	readonly size: number
	readonly md5: string
	readonly sha256: string
}

/** The objects of a bucket as files that one can look at, with what is known of each in a folder beside. */
export class ObjectFolder {
	readonly #bucket: BucketDefinition
	readonly #folder: string
	readonly #now: () => number
	#putting: Promise<unknown> = Promise.resolve()

	constructor(bucket: BucketDefinition, folder: string, now: () => number) {
		this.#bucket = bucket
		this.#folder = folder
		this.#now = now
	}

	/**
	 * Takes what comes for a key, and puts it nowhere yet. Fails with what comes, and then leaves nothing behind.
	 * @throws S3Error for a key that cannot be one here
	 */
	async receive(key: string, content: AsyncIterable<Buffer>): Promise<Arrived> {
		objectName(key)
		const file = join(this.#folder, 'arriving', randomUUID())
		await mkdir(dirname(file), { recursive: true })
		const [md5, sha256] = [createHash('md5'), createHash('sha256')]
		let size = 0
		const counted = async function* () {
			for await (const chunk of content) {
				size += chunk.length
				md5.update(chunk)
				sha256.update(chunk)
				yield chunk
			}
		}
		// Opened first: a stream that breaks off while its file is being opened would make it after it was taken away.
		const handle = await open(file, 'wx')
		try {
			await pipeline(counted, handle.createWriteStream({ flush: true }))
		} catch (fault) {
			await rm(file, { force: true })
			throw fault
		}
		return { file, size, md5: md5.digest('hex'), sha256: sha256.digest('hex') }
	}

	async discard({ file }: Arrived): Promise<void> {
		await rm(file, { force: true })
	}

	/**
	 * Puts what has arrived under the key: all of it or nothing, also if the machine stops meanwhile.
	 * @throws S3Error if there is one already and it must be new
	 */
	put(key: string, arrived: Arrived, type: string, mustBeNew = false): Promise<ObjectFacts> {
		// One after the other: of two that must be new the first is, and the second hears of it.
		const done = this.#putting.then(() => this.#put(key, arrived, type, mustBeNew))
		this.#putting = done.catch(() => undefined)
		return done
	}

	async #put(key: string, arrived: Arrived, type: string, mustBeNew: boolean): Promise<ObjectFacts> {
		if (mustBeNew && (await this.facts(key)) !== undefined) {
			await this.discard(arrived)
			throw new S3Error('PreconditionFailed', 'At least one of the preconditions you specified did not hold.')
		}
		const facts: ObjectFacts = { type, size: arrived.size, etag: arrived.md5, at: this.#now() }
		await mkdir(dirname(this.#place(key)), { recursive: true })
		await writeAtomically(this.#facts(key), JSON.stringify(facts))
		await rename(arrived.file, this.#place(key))
		return facts
	}

	/** Undefined where there is no such object. */
	async facts(key: string): Promise<ObjectFacts | undefined> {
		const known = await readIfPresent(this.#facts(key))
		if (known === undefined || !(await exists(this.#place(key)))) return undefined
		return Facts.parse(JSON.parse(known))
	}

	content(key: string): Promise<Buffer> {
		return readFile(this.#place(key))
	}

	/** Deletes what the bucket's rules do not keep any longer, and what never arrived whole; returns how much. */
	async expire(): Promise<number> {
		let gone = 0
		for (const key of await this.#keys()) {
			const facts = await this.facts(key)
			const rule = this.#bucket.expiry.find(({ prefix }) => key.startsWith(prefix))
			if (!facts || !rule || facts.at + rule.days * DAY > this.#now()) continue
			await rm(this.#place(key), { force: true })
			await rm(this.#facts(key), { force: true })
			gone += 1
		}
		return gone
	}

	/** What a crash left half arrived. Only before the first request. */
	clearArriving(): Promise<void> {
		return rm(join(this.#folder, 'arriving'), { recursive: true, force: true })
	}

	async #keys(): Promise<string[]> {
		const root = join(this.#folder, 'objects')
		const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((fault: unknown) => {
			if (codeOf(fault) === 'ENOENT') return []
			throw fault
		})
		return entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
	}

	#place(key: string): string {
		return join(this.#folder, 'objects', ...objectName(key))
	}

	#facts(key: string): string {
		return `${join(this.#folder, 'facts', ...objectName(key))}.json`
	}
}

const exists = (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		(fault: unknown) => {
			if (codeOf(fault) === 'ENOENT') return false
			throw fault
		},
	)
