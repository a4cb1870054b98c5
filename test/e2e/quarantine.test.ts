import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { connected } from './clients.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

const id = `toilet-${randomUUID().slice(0, 8)}`
const ghost = `ghost-${randomUUID().slice(0, 8)}`

let edition: StartedEdition
let api: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'quarantine-')), ...emptyOnFreePorts)
	api = await staffApi(edition)
	aws = awsOf(edition.running)
	const name = { zh: '公厕', en: 'Toilet' }
	await addDevice(edition.dataFolder, edition.running, Device.parse({ id, kind: 'toilet', courtyard: 'yard', name }))
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const minute = 60_000
const twoHundredKilobytes = '氨'.repeat((200 * 1024) / 3)
const refused = [
	{ payload: '{', code: 'not-json', zh: '内容不是 JSON', en: 'not JSON' },
	{ payload: '[]', code: 'empty', zh: '没有任何可识别的监测项', en: 'no measurand' },
	{ payload: '{}', code: 'empty', zh: '没有任何可识别的监测项', en: 'no measurand' },
	{ payload: '', code: 'not-json', zh: '内容不是 JSON', en: 'not JSON' },
	{ payload: twoHundredKilobytes, code: 'too-large', zh: '内容过大', en: 'too large: 200 KB, at most 128 KB' },
	{ payload: '{"ammonia":"x"}', code: 'wrong-type', zh: '应为数字', en: '"ammonia" should be a number, but is "x"' },
	{ payload: '{"ammonia":-5}', code: 'implausible', zh: '不合理', en: '"ammonia" is -5' },
	{ payload: '{"ammonia":1e999}', code: 'implausible', zh: '不合理', en: '"ammonia" is Infinity' },
	{ payload: '{"at":"soon","ammonia":1}', code: 'wrong-type', zh: '秒数或毫秒数', en: 'seconds or milliseconds' },
	{ payload: `{"at":${Date.now() - 30 * 24 * 60 * minute},"ammonia":1}`, code: 'too-late', zh: '太早', en: 'older' },
	{ payload: `{"at":${Date.now() + 60 * minute},"ammonia":1}`, code: 'clock-ahead', zh: '时钟偏快', en: 'ahead' },
]
const goodAt = (i: number): number => Date.now() - 90 * minute + i * minute

it('what cannot be taken is kept with a reason a person understands, blocks nothing, and nothing is lost', async () => {
	const client = await connected(edition, id)
	const send = (payload: string, format = 'json') =>
		client.publishAsync(`dt/sanitation/${id}/${format}`, payload, { qos: 1 })
	const good: number[] = []
	for (const [i, { payload }] of refused.entries()) {
		good.push(goodAt(i))
		await Promise.all([send(payload), send(JSON.stringify({ at: good.at(-1), ammonia: 0.2 }))])
	}
	await send('{"ammonia":0.2}', 'morse')
	await aws.publish(`dt/sanitation/${ghost}/json`, '{"ammonia":0.2}')
	await client.endAsync()
	await aws.drained()

	const { readings } = await api.readings(id)
	const sound = readings.filter(({ values }) => values.ammonia !== undefined)
	expect(sound).toEqual(good.map((at) => ({ at: new Date(at).toISOString(), values: { ammonia: 0.2 } })))
	const entries = await api.quarantined(id)
	expect(entries).toHaveLength(refused.length + 1)
	for (const { payload, code, zh, en } of refused) {
		const bytes = Buffer.from(payload).toString('base64')
		const entry = entries.find((candidate) => candidate.payload === bytes)
		expect(entry?.reasons, payload.slice(0, 40)).toMatchObject([
			{ code, text: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) } },
		])
		expect(entry).toMatchObject({ topic: `dt/sanitation/${id}/json`, thing: id })
	}
	expect(entries.find(({ topic }) => topic.endsWith('/morse'))?.reasons).toMatchObject([{ code: 'unknown-format' }])
	expect((await api.quarantined(ghost)).map(({ reasons }) => reasons)).toMatchObject([
		[{ code: 'unregistered', text: { zh: `设备 ${ghost} 没有登记`, en: `the device ${ghost} is not registered` } }],
	])
	expect(await aws.waiting('deadLetter')).toBe(0)
})
