import { describe, expect, test } from 'vitest'
import type { PhotoStore } from '../../../shared/ports/photoStore.ts'
import { MemoryPhotos } from '../../doubles/memoryPhotos.ts'
import { jpeg } from '../../doubles/pictures.ts'
import { localBucket, newKey, post } from '../local-objects/objects.ts'

type Desk = { store: PhotoStore; arrives: (key: string) => Promise<void> }

const inMemory = async (): Promise<Desk> => {
	const store = new MemoryPhotos()
	return { store, arrives: async (key) => store.arrives(key, { type: 'image/jpeg', bytes: jpeg }) }
}
const inBucket = async (): Promise<Desk> => {
	const { store } = await localBucket()
	const arrives = async (key: string) => {
		const { status } = await post(await store.form(key, { type: 'image/jpeg', bytes: jpeg.length }), jpeg)
		expect(status).toBe(204)
	}
	return { store, arrives }
}

describe.each([
	['in memory', inMemory],
	['in a bucket', inBucket],
])('photos %s', (_name, make) => {
	test('are what was sent, until they are kept, and then for good', async () => {
		const { store, arrives } = await make()
		const key = newKey()
		expect(await store.sent(key)).toBeUndefined()
		await arrives(key)
		expect(await store.sent(key)).toEqual({ type: 'image/jpeg', bytes: jpeg })
		expect(await store.isKept(key)).toBe(false)
		await store.keep(key, 'image/jpeg', jpeg)
		await store.keep(key, 'image/jpeg', jpeg)
		expect(await store.isKept(key)).toBe(true)
		expect(await store.isKept(newKey())).toBe(false)
	})

	test('a form and an address are for one key and for minutes', async () => {
		const { store } = await make()
		const key = newKey()
		const now = (await store.address(key)).expiresAt - 300_000
		const { fields, expiresAt } = await store.form(key, { type: 'image/jpeg', bytes: 9 })
		expect(Math.abs(expiresAt - now - 600_000)).toBeLessThan(60_000)
		expect(fields.key).toContain(key)
		expect((await store.address(key)).url).toContain(key)
	})

	test('a name is 22 characters, and another each time', async () => {
		const { store } = await make()
		const names = [store.newName(), store.newName()]
		expect(new Set(names).size).toBe(2)
		for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/)
	})
})
