import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { courtyards } from '../../devices/demo/courtyards.ts'
import { isAlive } from '../../infra/local/assembly/withLock.ts'
import { staffApi } from './api.ts'
import { awsOf } from './aws.ts'
import { type StartedEdition, startEdition } from './edition.ts'

let edition: StartedEdition
beforeAll(async () => {
	const data = await mkdtemp(join(tmpdir(), 'demo-'))
	edition = await startEdition(data, '--history-days', '1', '--port', '0', '--mqtt-port', '0')
})
afterAll(async () => {
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

it('a day of history is sent, every courtyard gets a score, and no device is called silent meanwhile', async () => {
	const began = Date.now()
	await vi.waitUntil(() => edition.output().includes('history sent'), { timeout: 90_000, interval: 200 })
	const aws = awsOf(edition.running)
	await aws.drained(150_000)
	console.info(`${edition.output().match(/history sent.*/)?.[0]}; worked off after ${Date.now() - began} ms`)
	const staff = await staffApi(edition)
	const found = await staff.courtyards()
	expect(courtyards).toHaveLength(12)
	for (const { id } of courtyards) {
		const view = found.find((courtyard) => courtyard.id === id)
		expect(view?.score, id).toBeTypeOf('number')
		expect(view?.band, id).not.toBe('insufficient')
	}
	const tasks = await staff.tasks()
	// By when it was told: a silence counts from long before. An engine named by DYNAMODB_ENDPOINT keeps earlier tasks.
	const isNew = (sentAt: string | null): boolean => sentAt === null || Date.parse(sentAt) > began
	expect(tasks.filter(({ rule, alertSentAt }) => /silent|outage/.test(rule) && isNew(alertSentAt))).toEqual([])
	for (const { text } of tasks) expect(text.zh.length).toBeGreaterThan(10)
	expect(await aws.waiting('deadLetter')).toBe(0)
	aws.close()
	expect(edition.output()).not.toMatch(/demo township stopped|connection lost/)
})

it('Ctrl-C ends the edition and its township within five seconds', async () => {
	const children = edition.children()
	expect(await edition.interrupt()).toBeLessThan(5000)
	expect(children.filter(isAlive)).toEqual([])
})
