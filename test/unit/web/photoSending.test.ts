import { expect, test } from 'vitest'
import type { Answer } from '../../../web/data/request.ts'
import { PhotoSending, usuallyShows } from '../../../web/task/photoSending.ts'

const photo = new Blob(['x'], { type: 'image/jpeg' })
const offline = { is: 'offline' } as const
const came = (value: string): Answer<string> => ({ is: 'ready', value, tag: null })
const refused = (status: number): Answer<string> => ({
	is: 'refused',
	problem: { type: 'about:blank', title: '', status, zh: { title: '' } },
})

/** A network that answers as listed, in turn, and notes what it was asked. */
function bench(uploads: Answer<string>[], attaches: Answer<string>[]) {
	const asked: string[] = []
	const sending = new PhotoSending(() => {})
	sending.choose(photo)
	const steps = {
		upload: async () => {
			asked.push('upload')
			return uploads.shift() ?? came('key')
		},
		attach: async (key: string, shows: string) => {
			asked.push(`${key} ${shows}`)
			return attaches.shift() ?? came('')
		},
	}
	return { asked, sending, send: () => sending.send('after', steps) }
}

test('a photo is sent, named in the task, and then no longer chosen', async () => {
	const { asked, sending, send } = bench([came('key-1')], [])
	await send()
	expect(asked).toEqual(['upload', 'key-1 after'])
	expect(sending.state).toEqual({ photo: undefined, isSending: false })
})

test('without a signal the photo stays chosen, and is sent with the next try', async () => {
	const { asked, sending, send } = bench([offline], [])
	await send()
	expect(sending.state).toEqual({ photo, isSending: false, trouble: 'offline' })
	await send()
	expect(asked).toEqual(['upload', 'upload', 'key after'])
	expect(sending.state.photo).toBeUndefined()
})

test('a photo that had arrived is not sent twice when only the task did not hear of it', async () => {
	const { asked, send } = bench([came('key-1')], [offline])
	await send()
	await send()
	expect(asked).toEqual(['upload', 'key-1 after', 'key-1 after'])
})

test('a photo that was refused is sent anew with the next try', async () => {
	const { asked, sending, send } = bench([came('key-1'), came('key-2')], [refused(422)])
	await send()
	expect(sending.state.trouble).toBe('refused')
	await send()
	expect(asked).toEqual(['upload', 'key-1 after', 'upload', 'key-2 after'])
})

test('too many photos, and a fault of ours, are told apart', async () => {
	const { sending, send } = bench([refused(429), refused(503)], [])
	await send()
	expect(sending.state.trouble).toBe('tooMany')
	await send()
	expect(sending.state.trouble).toBe('failed')
})

test('two taps send a photo once', async () => {
	const { asked, send } = bench([], [])
	await Promise.all([send(), send()])
	expect(asked).toEqual(['upload', 'key after'])
})

test('a photo is taken to show the damage until something was done about it', () => {
	expect(usuallyShows('raised', [])).toBe('before')
	expect(usuallyShows('in-progress', [])).toBe('before')
	expect(usuallyShows('in-progress', [{ shows: 'before' }])).toBe('after')
	expect(usuallyShows('fixed', [])).toBe('after')
	expect(usuallyShows('reopened', [{ shows: 'before' }])).toBe('before')
})
