import type { LinkRecords } from '../../shared/ports/linkRecords.ts'
import type { TaskLink } from '../../shared/ports/links.ts'

export class MemoryLinkRecords implements LinkRecords {
	readonly #revoked = new Map<string, number>()
	readonly #bound = new Map<string, string>()

	async isRevoked({ task, id, issuedAt }: TaskLink): Promise<boolean> {
		return this.#revoked.has(`${task} ${id}`) || issuedAt <= (this.#revoked.get(task) ?? Number.NEGATIVE_INFINITY)
	}

	async revoke(task: string, what: { link: string } | 'all', at: number): Promise<void> {
		const key = what === 'all' ? task : `${task} ${what.link}`
		this.#revoked.set(key, Math.max(at, this.#revoked.get(key) ?? at))
	}

	async bind({ task, id }: TaskLink, secret: string): Promise<'bound' | 'elsewhere'> {
		const key = `${task} ${id}`
		const bound = this.#bound.get(key) ?? secret
		this.#bound.set(key, bound)
		return bound === secret ? 'bound' : 'elsewhere'
	}
}
