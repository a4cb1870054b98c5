import { type QuarantineKey, quarantineId } from '../../shared/domain/telemetry/quarantineId.ts'
import type {
	Quarantine,
	QuarantineDesk,
	Quarantined,
	QuarantineEntry,
	QuarantineHead,
	QuarantinePage,
	Replayed,
} from '../../shared/ports/quarantine.ts'

/** The quarantine in memory. */
export class MemoryQuarantine implements Quarantine, QuarantineDesk {
	readonly entries = new Map<string, QuarantineEntry>()
	readonly #headsARead: number
	readonly #mostBytes: number

	constructor({ headsARead = 2, mostBytes = 350 * 1024 } = {}) {
		this.#headsARead = headsARead
		this.#mostBytes = mostBytes
	}

	async keep(message: Quarantined): Promise<void> {
		const id = quarantineId(message)
		if (this.entries.has(id)) return
		const payload = message.payload.subarray(0, this.#mostBytes)
		this.entries.set(id, { ...message, payload, payloadBytes: message.payload.length })
	}

	async list(limit: number, before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineEntry>> {
		const older = [...this.entries.values()]
			.sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))
			.filter((entry) => before === undefined || sortKey(entry) < sortKey(before))
		const page = older.slice(0, limit)
		const last = page.at(-1)
		const entries = page.filter(({ expires }) => expires * 1000 > now)
		return last && older.length > limit ? { entries, next: { receivedAt: last.receivedAt, id: last.id } } : { entries }
	}

	async heads(before: QuarantineKey | undefined, now: number): Promise<QuarantinePage<QuarantineHead>> {
		const { entries, ...next } = await this.list(this.#headsARead, before, now)
		return { entries: entries.map(({ payload, ...head }) => head), ...next }
	}

	async get(key: QuarantineKey, now: number): Promise<QuarantineEntry | undefined> {
		const entry = this.entries.get(quarantineId(key))
		return entry && entry.expires * 1000 > now ? entry : undefined
	}

	async markReplayed(key: QuarantineKey, replayed: Replayed): Promise<void> {
		const entry = this.entries.get(quarantineId(key))
		if (entry) this.entries.set(quarantineId(key), { ...entry, replayed })
	}
}

const sortKey = ({ receivedAt, id }: QuarantineKey): string => `${new Date(receivedAt).toISOString()}#${id}`
