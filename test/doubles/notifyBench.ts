import { type NotifyReport, notify } from '../../functions/notify/notify.ts'
import type { Channel } from '../../shared/contract/alert/channel.ts'
import type { AlertMessage } from '../../shared/contract/alert/message.ts'
import type { Courtyard } from '../../shared/contract/registry/registry.ts'
import type { AlarmTask, Task } from '../../shared/contract/task/task.ts'
import type { AlarmSubject } from '../../shared/domain/task/alarmTask.ts'
import type { MessageSender, Sent } from '../../shared/ports/channel.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { MemoryChannelBook, MemoryChannelStates, MemoryOutbox } from './memoryOutbox.ts'
import { MemoryTaskStore } from './memoryTaskStore.ts'
import { alarmTask } from './tasks.ts'
import { courtyard, fixedRegistry, registryOf, toilet } from './township.ts'

/** One perfect group robot, to be spoiled one field a test. */
export const robot: Channel & { kind: 'wecom' } = {
	kind: 'wecom',
	id: 'robot',
	name: '桂花院落群',
	for: { courtyard: 'yard-1' },
	secret: '/green-courtyard/channels/robot',
	languages: ['zh'],
	from: 'minor',
	isPaused: false,
}

export type Received = { channel: string; message: AlertMessage; id: string; at: number }

/** The notify use case on stores in memory, and receivers that say what they got. */
export class NotifyBench implements MessageSender {
	readonly tasks: MemoryTaskStore
	readonly outbox: MemoryOutbox
	readonly states: MemoryChannelStates
	readonly received: Received[] = []
	readonly channels: MemoryChannelBook
	readonly beforeCall: (name: string) => Promise<void>
	registry: Registry = registryOf(toilet)
	now: number
	/** What a channel answers; `sent` unless told. */
	readonly answers = new Map<string, Sent>()

	constructor(
		now: number,
		channels: Channel[] = [robot],
		beforeCall: (name: string) => Promise<void> = async () => {},
	) {
		this.now = now
		this.beforeCall = beforeCall
		this.channels = new MemoryChannelBook(...channels)
		this.tasks = new MemoryTaskStore(beforeCall)
		this.outbox = new MemoryOutbox(beforeCall)
		this.states = new MemoryChannelStates(beforeCall)
	}

	async send({ id: channel }: Channel, message: AlertMessage, id: string, _now: number): Promise<Sent> {
		await this.beforeCall('send')
		const answer = this.answers.get(channel) ?? { is: 'sent' }
		if (answer.is === 'sent') this.received.push({ channel, message, id, at: this.now })
		await this.beforeCall('sent')
		return answer
	}

	run(): Promise<NotifyReport> {
		const { tasks, outbox, states, channels } = this
		const registry = fixedRegistry(this.registry)
		return notify({ registry, channels, tasks, outbox, states, sender: this, clock: () => this.now })
	}

	async runAt(now: number): Promise<NotifyReport> {
		this.now = now
		return this.run()
	}

	/** A task of which nobody has been told. */
	async raise(change: Partial<AlarmSubject> = {}): Promise<AlarmTask> {
		const { handedOn: _, ...task } = alarmTask(change)
		this.tasks.tasks.set(task.id, task)
		return task
	}

	async becomes(task: Task, change: Partial<Task>, event?: Task['events'][number]): Promise<void> {
		const known = this.tasks.tasks.get(task.id) ?? task
		const events = event ? [...known.events, event] : known.events
		this.tasks.tasks.set(task.id, { ...known, ...change, events, version: known.version + 1 } as Task)
	}

	/** The courtyard with somebody in charge of it. */
	inCharge(inCharge: NonNullable<Courtyard['inCharge']>): void {
		const yard = { ...courtyard, inCharge }
		this.registry = { ...this.registry, courtyards: new Map([[yard.id, yard]]) }
	}

	/** The dedupe keys that arrived on a channel, in order. */
	keys(channel = 'robot'): string[] {
		return this.received
			.filter((r) => r.channel === channel)
			.flatMap(({ message }) => message.news.map((n) => n.dedupeKey))
	}
}
