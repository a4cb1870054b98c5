import { describe, expect, it } from 'vitest'
import { createTeardown } from '../../../infra/local/edition/teardown.ts'

describe('the end of an edition', () => {
	it('comes in the opposite order of its start, once', async () => {
		const ended: string[] = []
		const teardown = createTeardown(() => {})
		for (const part of ['database', 'queues', 'API']) teardown.add(part, async () => ended.push(part))
		await Promise.all([teardown.run(), teardown.run()])
		expect(ended).toEqual(['API', 'queues', 'database'])
	})

	it('is not held up by a part that fails or hangs, and says which', async () => {
		const lines: string[] = []
		const ended: string[] = []
		const teardown = createTeardown((line) => lines.push(line), 20)
		teardown.add('database', () => ended.push('database'))
		teardown.add('hanging', () => new Promise(() => {}))
		teardown.add('failing', () => {
			throw new Error('no')
		})
		await teardown.run()
		expect(ended).toEqual(['database'])
		expect(lines).toEqual(['failing did not end well: Error: no', 'hanging took too long to end'])
	})
})
