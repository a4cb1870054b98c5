import type { Answer } from '../data/request.ts'

export type Shows = 'before' | 'after'

/** Why a photo was not sent, as far as the reader can do something about it. */
export type PhotoTrouble = 'offline' | 'refused' | 'tooMany' | 'failed'

export interface SendingState {
	readonly photo?: Blob | undefined
	readonly isSending: boolean
	readonly trouble?: PhotoTrouble | undefined
}

interface Steps {
	/** Sends the picture to where photos are kept; answers its key. */
	readonly upload: (photo: Blob) => Promise<Answer<string>>
	/** Names it in the task. */
	readonly attach: (key: string, shows: Shows) => Promise<Answer<unknown>>
}

/**
 * A chosen photo on its way to a task. It stays chosen until the task has it: after any failure it is sent again with one
 * tap, and what had arrived is not sent over a weak signal twice.
 */
export class PhotoSending {
	state: SendingState = { isSending: false }
	private readonly changed: () => void
	private arrived: string | undefined

	constructor(changed: () => void) {
		this.changed = changed
	}

	/** Another photo, or none. */
	choose(photo: Blob | undefined): void {
		this.arrived = undefined
		this.set({ photo, isSending: false })
	}

	async send(shows: Shows, { upload, attach }: Steps): Promise<void> {
		const { photo, isSending } = this.state
		if (photo === undefined || isSending) return
		this.set({ photo, isSending: true })
		if (this.arrived === undefined) {
			const sent = await upload(photo)
			if (sent.is !== 'ready') return this.stop(sent)
			this.arrived = sent.value
		}
		const attached = await attach(this.arrived, shows)
		if (attached.is !== 'ready') return this.stop(attached)
		this.choose(undefined)
	}

	private stop(answer: Answer<unknown>): void {
		const trouble = troubleOf(answer)
		// A key that was refused is refused again: the next try asks for another.
		if (trouble === 'refused') this.arrived = undefined
		this.set({ photo: this.state.photo, isSending: false, trouble })
	}

	private set(state: SendingState): void {
		this.state = state
		this.changed()
	}
}

const troubleOf = (answer: Answer<unknown>): PhotoTrouble => {
	if (answer.is === 'offline') return 'offline'
	if (answer.is !== 'refused') return 'failed'
	const { status } = answer.problem
	return status === 429 ? 'tooMany' : status === 422 ? 'refused' : 'failed'
}

/** What a photo most likely shows: how it was while nobody has mended it, and then how it is. */
export const usuallyShows = (state: string, photos: readonly { readonly shows: Shows }[]): Shows => {
	if (state === 'fixed' || state === 'verified') return 'after'
	return state === 'in-progress' && photos.some(({ shows }) => shows === 'before') ? 'after' : 'before'
}
