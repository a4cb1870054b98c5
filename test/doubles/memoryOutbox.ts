import type { Channel } from '../../shared/contract/alert/channel.ts'
import type { ChannelState, OutboxEntry } from '../../shared/contract/alert/outbox.ts'
import type { ChannelBook } from '../../shared/ports/channelBook.ts'
import type { ChannelStates, Outbox } from '../../shared/ports/outbox.ts'

type BeforeCall = (name: string) => Promise<void>
const nothing: BeforeCall = async () => {}

/** The outbox in memory; every call yields first. */
export class MemoryOutbox implements Outbox {
	readonly entries = new Map<string, OutboxEntry>()
	readonly beforeCall: BeforeCall

	constructor(beforeCall = nothing) {
		this.beforeCall = beforeCall
	}

	async add(entry: OutboxEntry): Promise<void> {
		await this.beforeCall('outbox.add')
		if (!this.entries.has(keyOf(entry))) this.entries.set(keyOf(entry), entry)
	}

	async ofTask(task: string): Promise<OutboxEntry[]> {
		await this.beforeCall('outbox.ofTask')
		return [...this.entries.values()].filter((entry) => entry.task === task)
	}

	async due(channel: string, until: number, limit: number): Promise<OutboxEntry[]> {
		await this.beforeCall('outbox.due')
		return [...this.entries.values()]
			.filter((entry) => entry.channel === channel && entry.nextAt !== undefined && entry.nextAt <= until)
			.sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))
			.slice(0, limit)
	}

	async note(entry: OutboxEntry): Promise<'stored' | 'settled'> {
		await this.beforeCall('outbox.note')
		if (this.entries.get(keyOf(entry))?.nextAt === undefined) return 'settled'
		this.entries.set(keyOf(entry), entry)
		return 'stored'
	}
}

const keyOf = ({ task, recipient, news }: OutboxEntry): string => `${task} ${recipient} ${news}`

export class MemoryChannelStates implements ChannelStates {
	readonly states = new Map<string, ChannelState>()
	readonly beforeCall: BeforeCall

	constructor(beforeCall = nothing) {
		this.beforeCall = beforeCall
	}

	async get(channel: string): Promise<ChannelState | undefined> {
		await this.beforeCall('states.get')
		return this.states.get(channel)
	}

	async put(state: ChannelState, expected: number | undefined): Promise<'stored' | 'conflict'> {
		await this.beforeCall('states.put')
		if (this.states.get(state.channel)?.version !== expected) return 'conflict'
		this.states.set(state.channel, state)
		return 'stored'
	}
}

export class MemoryChannelBook implements ChannelBook {
	channels: readonly Channel[]

	constructor(...channels: Channel[]) {
		this.channels = channels
	}

	async list(): Promise<Channel[]> {
		return [...this.channels]
	}

	async replace(channels: readonly Channel[]): Promise<void> {
		this.channels = channels
	}
}
