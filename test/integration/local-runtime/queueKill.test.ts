import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { deadLetters, queuesFor } from './queueFixture.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const sender = fileURLToPath(new URL('./killedSender.ts', import.meta.url))

test('every acknowledged send is there once after kill -9, three rounds on the same file', async () => {
	const file = join(temporaryFolder(), 'queue.sqlite')
	const acknowledged = new Set<string>()
	for (let round = 1; round <= 3; round += 1) {
		const child = spawn(process.execPath, [sender, file], { stdio: ['ignore', 'pipe', 'inherit'] })
		const output = text(child.stdout)
		await once(child.stdout, 'readable')
		await new Promise((resolve) => setTimeout(resolve, 150 + round * 37))
		child.kill('SIGKILL')
		// A line that the kill cut short was not told to anybody.
		for (const id of (await output).split('\n').slice(0, -1)) acknowledged.add(id)
	}
	expect(acknowledged.size).toBeGreaterThan(1000)
	const queues = queuesFor([{ ...deadLetters, name: 'q' }], undefined, file)
	const found: string[] = []
	for (;;) {
		const messages = await queues.receive('q', { max: 1000 })
		if (messages.length === 0) break
		found.push(...messages.map(({ messageId }) => messageId))
	}
	expect(new Set(found).size).toBe(found.length)
	const received = new Set(found)
	expect([...acknowledged].filter((id) => !received.has(id))).toEqual([])
})
