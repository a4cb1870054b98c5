import { expect, test } from 'vitest'
import { loadedOnCall } from '../../../functions/adapters/lambda/loadedOnCall.ts'

class Store {
	#kept = 0
	async add(much: number): Promise<number> {
		this.#kept += much
		return this.#kept
	}
}

test('is loaded with the first call, once, and keeps what it holds', async () => {
	let loads = 0
	const store = loadedOnCall(async () => {
		loads += 1
		return new Store()
	})
	expect(loads).toBe(0)
	expect(await Promise.all([store.add(1), store.add(2)])).toEqual([1, 3])
	expect(loads).toBe(1)
})

test('can be handed on by a function that answers with a promise, and is not loaded by that', async () => {
	let loads = 0
	const store = loadedOnCall(async () => {
		loads += 1
		return new Store()
	})
	expect(await (async () => store)()).toBe(store)
	expect(loads).toBe(0)
})

test('what cannot be loaded fails the call', async () => {
	const store = loadedOnCall<Store>(async () => {
		throw new Error('gone')
	})
	await expect(store.add(1)).rejects.toThrow('gone')
})
