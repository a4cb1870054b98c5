import { expect, test, vi } from 'vitest'
import { type Entry, openOutbox } from '../../../../../devices/client/outbox/openOutbox.ts'
import { sendAll } from '../../../../../devices/client/outbox/sendAll.ts'

const put = (...texts: string[]) => ({ put: texts.map((text) => ({ lane: 'a', payload: Buffer.from(text) })) })

/** An outbox in memory, and a way that lets the test say when something arrives. */
const bench = () => {
	const outbox = openOutbox(':memory:', { maxBytes: 1e6 })
	const under = new Map<string, { arrive: () => void; fail: (cause: Error) => void }>()
	const sent: string[] = []
	let room = 100
	let free: () => void = () => {}
	const way = {
		room: async () => {
			while (room <= 0) await new Promise<void>((resolve) => (free = resolve))
		},
		send: ({ payload }: Entry) =>
			new Promise<void>((arrive, fail) => {
				room -= 1
				const text = Buffer.from(payload).toString()
				sent.push(text)
				under.set(text, { arrive, fail })
			}),
	}
	const giveRoom = (places: number): void => {
		room = places
		free()
	}
	return { outbox, way, sent, under, giveRoom }
}

test('everything is sent in order and removed when it has arrived', async () => {
	const { outbox, way, sent, under } = bench()
	outbox.write(put('one', 'two', 'three'))
	const sending = sendAll(outbox, 'a', way, () => {})
	await vi.waitFor(() => expect(sent).toEqual(['one', 'two', 'three']))
	expect(outbox.count).toBe(3)
	under.get('two')?.arrive()
	await vi.waitFor(() => expect(outbox.oldest('a', 9).map(({ id }) => id)).toEqual([1, 3]))
	outbox.write(put('four'))
	sending.wake()
	await vi.waitFor(() => expect(sent).toHaveLength(4))
	await sending.stop()
	outbox.close()
})

test('no more is sent than there is room for', async () => {
	const { outbox, way, sent, giveRoom } = bench()
	giveRoom(2)
	outbox.write(put(...Array.from({ length: 120 }, (_, i) => `${i}`)))
	const sending = sendAll(outbox, 'a', way, () => {})
	await new Promise((resolve) => setTimeout(resolve, 30))
	expect(sent).toEqual(['0', '1'])
	giveRoom(1000)
	await vi.waitFor(() => expect(sent).toHaveLength(120))
	await sending.stop()
})

test('it stops also while there is no room, and what has not arrived stays', async () => {
	const { outbox, way, sent, under, giveRoom } = bench()
	giveRoom(1)
	outbox.write(put('one', 'two'))
	const sending = sendAll(outbox, 'a', way, () => {})
	await vi.waitFor(() => expect(sent).toEqual(['one']))
	under.get('one')?.arrive()
	await sending.stop()
	await vi.waitFor(() => expect(outbox.oldest('a', 9).map(({ id }) => id)).toEqual([2]))
	expect(sent).toEqual(['one'])
})

test('what failed is told and stays', async () => {
	const { outbox, way, sent, under } = bench()
	const failed = vi.fn()
	outbox.write(put('one'))
	const sending = sendAll(outbox, 'a', way, failed)
	await vi.waitFor(() => expect(sent).toHaveLength(1))
	under.get('one')?.fail(new Error('ended'))
	await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce())
	expect(outbox.count).toBe(1)
	await sending.stop()
})
