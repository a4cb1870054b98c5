import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { type Change, type Entry, type Outbox, OutboxFull } from '../outbox/openOutbox.ts'

/** Lanes of the outbox: readings that wait for others to go with them, and messages to be sent. */
const READINGS = 'readings'
export const PACKS = 'packs'

export type Shelf = {
	/** Keeps a reading; `at` in milliseconds since 1970. */
	add(at: number, values: Values): void
	/** Makes messages of the readings that are kept: of all of them, or of full packs only. */
	close(which: 'all' | 'full'): void
}

export type ShelfOptions = {
	/** Readings in a full pack. */
	packOf: number
	/** Bytes in a pack at most, if it holds more than one reading. AWS IoT counts messages by 5 KB begun. */
	maxPackBytes: number
	/** Told how many of the oldest readings had to make room. */
	lost: (readings: number) => void
}

const readingsIn = ({ lane, payload }: Entry): number => {
	if (lane === READINGS) return 1
	const message: unknown = JSON.parse(Buffer.from(payload).toString('utf8'))
	return Array.isArray(message) ? message.length : 1
}

/**
 * Readings on the disk on their way to being sent. When the outbox is full the oldest make room: what matters most of a toilet
 * or a bin is how it is now.
 */
export const openShelf = (outbox: Outbox, { packOf, maxPackBytes, lost }: ShelfOptions): Shelf => {
	const write = (change: Change): void => {
		const dropped: Entry[] = []
		for (;;) {
			try {
				outbox.write({ ...change, remove: [...(change.remove ?? []), ...dropped.map(({ id }) => id)] })
				break
			} catch (fault) {
				const after = (lane: string) => dropped.filter((entry) => entry.lane === lane).at(-1)?.id ?? 0
				const [oldest] = [...outbox.oldest(PACKS, 1, after(PACKS)), ...outbox.oldest(READINGS, 1, after(READINGS))]
				if (!(fault instanceof OutboxFull) || oldest === undefined) throw fault
				dropped.push(oldest)
			}
		}
		if (dropped.length > 0) lost(dropped.reduce((sum, entry) => sum + readingsIn(entry), 0))
	}
	const message = (entries: readonly Entry[]): Buffer => {
		const texts = entries.map(({ payload }) => Buffer.from(payload).toString('utf8'))
		return Buffer.from(texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(',')}]`)
	}
	/** As many of the first readings as fit into one pack, and whether more would not have fitted. */
	const nextPack = (): { entries: Entry[]; isFull: boolean } => {
		const entries: Entry[] = []
		let bytes = 2
		for (const entry of outbox.oldest(READINGS, packOf)) {
			bytes += entry.payload.length + 1
			if (entries.length > 0 && bytes > maxPackBytes) return { entries, isFull: true }
			entries.push(entry)
		}
		return { entries, isFull: entries.length >= packOf }
	}
	return {
		add: (at, values) =>
			write({ put: [{ lane: READINGS, payload: Buffer.from(JSON.stringify({ at: at / 1000, values })) }] }),
		close: (which) => {
			for (;;) {
				const { entries, isFull } = nextPack()
				if (entries.length === 0 || (which === 'full' && !isFull)) return
				write({ put: [{ lane: PACKS, payload: message(entries) }], remove: entries.map(({ id }) => id) })
			}
		},
	}
}
