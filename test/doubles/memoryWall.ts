import type { Contact } from '../../shared/contract/wall/report.ts'
import type { ContactKey, Contacts, Tally, Voices } from '../../shared/ports/wall.ts'

type BeforeCall = (name: string) => Promise<void>
const nothing: BeforeCall = async () => {}

export class MemoryTally implements Tally {
	readonly counts = new Map<string, number>()
	readonly beforeCall: BeforeCall
	constructor(beforeCall = nothing) {
		this.beforeCall = beforeCall
	}

	async add(name: string): Promise<number> {
		await this.beforeCall('tally.add')
		const count = (this.counts.get(name) ?? 0) + 1
		this.counts.set(name, count)
		return count
	}

	async read(name: string): Promise<number> {
		return this.counts.get(name) ?? 0
	}
}

export class MemoryVoices implements Voices {
	readonly said = new Map<string, Set<string>>()

	async add(task: string, day: string, who: string): Promise<void> {
		const voices = this.said.get(task) ?? new Set()
		this.said.set(task, voices.add(`${day} ${who}`))
	}

	async count(task: string): Promise<number> {
		return this.said.get(task)?.size ?? 0
	}
}

export class MemoryContacts implements Contacts {
	readonly kept = new Map<string, { expiresAt: number; contact: Contact }>()
	readonly beforeCall: BeforeCall
	constructor(beforeCall = nothing) {
		this.beforeCall = beforeCall
	}

	async keep({ task, expiresAt }: ContactKey, contact: Contact): Promise<void> {
		await this.beforeCall('contacts.keep')
		const key = `${expiresAt}#${task}`
		if (!this.kept.has(key)) this.kept.set(key, { expiresAt, contact })
	}

	async get({ task, expiresAt }: ContactKey, now: number): Promise<Contact | undefined> {
		await this.beforeCall('contacts.get')
		return expiresAt <= now ? undefined : this.kept.get(`${expiresAt}#${task}`)?.contact
	}

	async forget(now: number, most: number): Promise<number> {
		await this.beforeCall('contacts.forget')
		const expired = [...this.kept].filter(([, { expiresAt }]) => expiresAt <= now)
		const first = expired.sort(([, a], [, b]) => a.expiresAt - b.expiresAt).slice(0, most)
		for (const [key] of first) this.kept.delete(key)
		return first.length
	}
}
