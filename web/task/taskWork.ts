import type { Problem } from '../../shared/contract/http/problem.ts'
import type { Role } from '../../shared/contract/people/person.ts'
import type { TaskAction } from '../../shared/contract/task/taskAction.ts'
import type { Answer, Failure } from '../data/request.ts'
import { asQueued, moves } from './asQueued.ts'
import type { ShownTask } from './shownTask.ts'
import type { Kept, Waiting, WaitingRoom } from './waitingRoom.ts'

/** How a page gets at one task: by a link, or as somebody who signed in. */
export interface TaskChannel {
	/** The role in which the reader acts. */
	readonly role: Role
	readonly load: () => Promise<Answer<ShownTask>>
	/** @param version the one that the reader saw; `changed`: somebody was faster, and this is how it is now */
	readonly act: (
		action: TaskAction,
		version: number,
	) => Promise<Answer<ShownTask> | { readonly is: 'changed'; readonly current: ShownTask }>
}

export interface WorkState extends Kept {
	/** As the township knows it. */
	readonly known?: ShownTask
	/** Why the last call brought nothing. */
	readonly failure?: Failure
	/** Why the last change was refused. */
	readonly refused?: Problem
	/** The link is bound to another phone: here the task can be looked at only. */
	readonly isBarred?: boolean
}

/** A change that others keep getting before is tried so often in a row, and then with the next call. */
const mostRounds = 5

/**
 * One task and what the reader does to it. A change shows at once, is kept, and is sent as soon as there is a connection,
 * one after the other: each with its key, so that it is done once, and with the version that was seen, so that nothing is
 * done to a task that others have moved on meanwhile.
 */
export class TaskWork {
	state: WorkState = { waiting: [], overtaken: [] }
	private readonly channel: TaskChannel
	private readonly room: WaitingRoom
	private readonly newKey: () => string
	private readonly changed: () => void
	private sending: Promise<void> | undefined

	constructor(channel: TaskChannel, room: WaitingRoom, newKey: () => string, changed: () => void) {
		this.channel = channel
		this.room = room
		this.newKey = newKey
		this.changed = changed
	}

	/** Asks how the task is, and sends what waits. */
	async refresh(): Promise<void> {
		const answer = await this.channel.load()
		if (answer.is === 'ready') this.learn(answer.value)
		else if (answer.is !== 'unchanged') this.set({ failure: answer })
		if (answer.is === 'ready') await this.send()
	}

	/** Does something: it shows at once, and is sent when it can be. */
	async act(action: TaskAction, now: number): Promise<void> {
		const { known, waiting } = this.state
		if (known === undefined) return
		const { state } = this.seen(now) ?? known
		const { refused: _, ...rest } = this.state
		this.state = rest
		this.keep({ waiting: [...waiting, { key: this.newKey(), action, sees: state }] })
		await this.send()
	}

	/**
	 * Names a photo that has been sent. It does not wait with the other changes, since the picture lives no longer than the
	 * page; it is meant whatever others did meanwhile.
	 */
	async addPhoto(photo: Extract<TaskAction, { type: 'addPhoto' }>['photo']): Promise<Answer<ShownTask>> {
		const key = this.newKey()
		for (let round = 0; round < mostRounds; round += 1) {
			const version = this.state.known?.version
			if (version === undefined) break
			const answer = await this.channel.act({ type: 'addPhoto', photo, key }, version)
			if (answer.is === 'ready') this.learn(answer.value)
			if (answer.is !== 'changed') return answer
			this.learn(answer.current)
		}
		return { is: 'offline' }
	}

	/** The task as the reader sees it: with what he did, whether it has arrived or not. */
	seen(now: number): ShownTask | undefined {
		const { known, waiting } = this.state
		return (
			known &&
			asQueued(
				known,
				waiting.map(({ action }) => action),
				this.channel.role,
				now,
			)
		)
	}

	/** The reader has seen what was not done. */
	forgetOvertaken(): void {
		const { refused: _, ...rest } = this.state
		this.state = rest
		this.keep({ overtaken: [] })
	}

	private send(): Promise<void> {
		this.sending ??= this.sendAll().finally(() => {
			this.sending = undefined
		})
		return this.sending
	}

	private async sendAll(): Promise<void> {
		let rounds = 0
		for (;;) {
			const { known, waiting, isBarred } = this.state
			const [first, ...later] = waiting
			if (known === undefined || first === undefined || isBarred) return
			if (first.sentWith === undefined && !isStillMeant(first, known)) {
				this.overtake()
				continue
			}
			const version = first.sentWith ?? known.version
			this.keep({ waiting: [{ ...first, sentWith: version }, ...later] })
			const answer = await this.channel.act({ ...first.action, key: first.key }, version)
			switch (answer.is) {
				case 'ready':
					this.learn(answer.value)
					this.keep({ waiting: this.state.waiting.slice(1) })
					rounds = 0
					break
				case 'changed':
					// Its version is gone for good, so what was sent with it cannot arrive any more.
					this.learn(answer.current)
					this.keep({ waiting: [unsent(first), ...this.state.waiting.slice(1)] })
					rounds += 1
					if (rounds >= mostRounds) return
					break
				case 'refused':
					if (isLinkInUse(answer.problem)) {
						this.keep({ waiting: [unsent(first), ...this.state.waiting.slice(1)] })
						return this.set({ isBarred: true })
					}
					if (isForLater(answer.problem)) return this.set({ failure: answer })
					this.set({ refused: answer.problem })
					this.overtake()
					break
				default:
					return this.set({ failure: { is: 'offline' } })
			}
		}
	}

	/** The first is not done, and neither is what built on it; a tick or a word stays. */
	private overtake(): void {
		const [first, ...later] = this.state.waiting
		if (first === undefined) return
		const lost = [first, ...(moves(first.action) ? later.filter(({ action }) => moves(action)) : [])]
		const waiting = this.state.waiting.filter((entry) => !lost.includes(entry))
		this.keep({ waiting, overtaken: [...this.state.overtaken, ...lost] })
	}

	private learn(task: ShownTask): void {
		const { failure: _, ...rest } = this.state
		const isFirst = rest.known === undefined
		// An answer that overtook another on the way does not bring back what was.
		const known =
			rest.known !== undefined && rest.known.version > task.version ? rest.known : withSensor(task, rest.known)
		this.state = { ...rest, known, ...(isFirst ? this.room.read(task.id) : {}) }
		this.changed()
	}

	private keep(kept: Partial<Kept>): void {
		this.set(kept)
		const { known, waiting, overtaken } = this.state
		if (known !== undefined) this.room.write(known.id, { waiting, overtaken })
	}

	private set(change: Partial<WorkState>): void {
		this.state = { ...this.state, ...change }
		this.changed()
	}
}

const unsent = ({ key, action, sees }: Waiting): Waiting => ({ key, action, sees })

/** A tick or a word is meant whatever others did; a step only where the task stands as the reader saw it. */
const isStillMeant = ({ action, sees }: Waiting, { state, actions }: ShownTask): boolean =>
	actions.includes(action.type) && (!moves(action) || state === sees)

/** Too busy, out of order, or the sign-in or link has run out: the change itself is not refused. */
const isForLater = ({ status }: Problem): boolean => status >= 500 || [401, 408, 429].includes(status)

const isLinkInUse = ({ type }: Problem): boolean => type.endsWith('/link-used-elsewhere')

/** What comes with a change made by somebody faster has no readings; those from before stay. */
const withSensor = (task: ShownTask, before: ShownTask | undefined): ShownTask =>
	task.sensor === undefined && before?.sensor !== undefined ? { ...task, sensor: before.sensor } : task
