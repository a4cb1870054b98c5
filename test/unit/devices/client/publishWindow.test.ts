import { describe, expect, test } from 'vitest'
import { publishWindow } from '../../../../devices/client/publishWindow.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the publish window', () => {
	test('lets no more in than its size, the others in the order of asking', async () => {
		const window = publishWindow(2)
		const entered: number[] = []
		for (let n = 0; n < 5; n++) void window.enter().then(() => entered.push(n))
		await settled()
		expect(entered).toEqual([0, 1])
		window.leave()
		await settled()
		expect(entered).toEqual([0, 1, 2])
		expect(window.taken).toBe(2)
		window.leave()
		window.leave()
		await settled()
		expect(entered).toEqual([0, 1, 2, 3, 4])
	})

	test('tells when there is room and when it is empty', async () => {
		const window = publishWindow(1)
		await window.room()
		await window.enter()
		const told: string[] = []
		void window.room().then(() => told.push('room'))
		void window.empty().then(() => told.push('empty'))
		await settled()
		expect(told).toEqual([])
		window.leave()
		await settled()
		expect(told).toEqual(['room', 'empty'])
	})

	test('once closed rejects those who wait and those who come', async () => {
		const window = publishWindow(1)
		await window.enter()
		const waits = [window.enter(), window.room()]
		window.close(new Error('ended'))
		for (const wait of [...waits, window.enter(), window.room()]) await expect(wait).rejects.toThrow('ended')
	})
})
