import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { type Api, apiAs, tokenFor } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { mqttJs } from './clients.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

const id = `toilet-${randomUUID().slice(0, 8)}`
const MINUTE = 60_000

let edition: StartedEdition
let admin: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'observed-')), ...emptyOnFreePorts)
	const { dataFolder, running } = edition
	admin = apiAs(running.apiUrl, await tokenFor(dataFolder, '--role', 'admin'))
	aws = awsOf(running)
	const name = { zh: '公厕', en: 'Toilet' }
	await addDevice(dataFolder, running, Device.parse({ id, kind: 'toilet', courtyard: 'yard', name }))
	const { url, secrets } = running.receiver
	const hook = { kind: 'webhook', id: 'hook', name: 'hook', for: { courtyard: 'yard' }, url: `${url}/webhook/hook` }
	const channels = [{ ...hook, secret: secrets.webhook }]
	expect((await admin.call('/channels', { method: 'PUT', body: JSON.stringify({ channels }) })).status).toBe(200)
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

/** The value of a series at /metrics, by its name and one more label; 0 where there is none yet. */
const measured = async (name: string, by: string, label = ''): Promise<number> => {
	const text = await (await fetch(edition.running.metricsUrl)).text()
	const found = text
		.split('\n')
		.find((line) => line.startsWith(`${name}{`) && line.includes(by) && line.includes(label))
	return Number(found?.split(' ').at(-1) ?? 0)
}

const runbook = await readFile(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
/** The runbook's query for Logs Insights: its fields, and what it looks for. */
const [, fields = '', filter = ''] = /\nfields (.+)\n\| filter (.+)\n/.exec(runbook) ?? []

/** What the query finds in the logs of this edition, in the order of time. */
const queried = async (known: string): Promise<Record<string, unknown>[]> => {
	const wanted =
		/^@message like "(.*)"$/.exec(filter.replace('<id>', known))?.[1] ?? 'a query that this test cannot read'
	const folder = join(edition.dataFolder, 'logs')
	const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
	return texts
		.flatMap((text) => text.split('\n'))
		.filter((line) => line.includes(wanted) && line.includes(' {'))
		.sort()
		.map((line): Record<string, unknown> => JSON.parse(line.slice(line.indexOf('{'))))
}

describe('a reading that raises an alarm', () => {
	let task = ''

	it('is measured: read, stored, told', async () => {
		const now = Date.now()
		for (const minutes of [10, 5, 0])
			await mqttJs.publish(edition, id, JSON.stringify({ at: now - minutes * MINUTE, ammonia: 5 }))
		await aws.drained()
		await vi.waitUntil(async () => (await measured('green_courtyard_messages_total', 'Ingest')) === 3)
		expect(await measured('green_courtyard_readings_total', 'Ingest')).toBe(3)
		expect(await measured('green_courtyard_reading_to_stored_seconds_count', 'Ingest')).toBe(3)
		expect(await measured('green_courtyard_reading_to_stored_seconds_sum', 'Ingest')).toBeGreaterThan(15 * 60)
		expect(await measured('green_courtyard_alerts_sent_total', 'Ingest')).toBe(1)
		expect(await measured('green_courtyard_reading_to_alert_seconds_count', 'Ingest')).toBe(1)
	})

	it('can be followed in the logs from its message to the task, with the query of the runbook', async () => {
		const lines = await vi.waitUntil(async () => {
			const found = await queried(`dt/sanitation/${id}/json`)
			return found.length > 0 && found
		})
		expect(lines).toEqual([
			expect.objectContaining({
				level: 'INFO',
				message: 'task',
				messageId: expect.any(String),
				device: id,
				rule: 'ammonia-high',
				state: 'raised',
			}),
		])
		task = String(lines[0]?.task)
		expect(await queried(String(lines[0]?.messageId))).toEqual(lines)
	})

	it('and from the task on to whom it was told', async () => {
		const notify = `${edition.running.endpoints.lambda}/2015-03-31/functions/GreenCourtyard-NotifyServiceFunction/invocations`
		const lines = await vi.waitUntil(
			async () => {
				await fetch(notify, { method: 'POST', body: '{}' })
				const found = await queried(task)
				return found.length > 1 && found
			},
			// News wait half a minute for others.
			{ timeout: 90_000, interval: 1000 },
		)
		expect(lines).toMatchObject([{ message: 'task' }, { message: 'told', channel: 'hook', alerts: [`${task}:raised`] }])
		expect(await measured('green_courtyard_messages_to_people_total', 'Notify')).toBe(1)
		const named = new Set(lines.flatMap((line) => Object.keys(line)))
		// Insights numbers what stands in a list: `alerts.0`.
		const asked = fields.split(', ').map((field) => field.replace(/\.\d+$/, ''))
		expect([...named]).toEqual(expect.arrayContaining(asked.filter((field) => field !== '@timestamp')))
	})
})

it('a refused message is counted by its reason and named in the log by the id of its entry in quarantine', async () => {
	await mqttJs.publish(edition, id, 'no JSON')
	await aws.drained()
	const [entry] = await admin.quarantined(id)
	await vi.waitUntil(async () => (await measured('green_courtyard_faults_total', 'Ingest', 'reason="not-json"')) === 1)
	const lines = await vi.waitUntil(async () => {
		const found = await queried(entry?.id ?? 'no entry')
		return found.length > 0 && found
	})
	expect(lines).toMatchObject([{ level: 'WARN', message: 'messages quarantined', quarantined: { 'not-json': 1 } }])
})

it('what Prometheus asks for needs no token, and is on this machine alone', async () => {
	const answer = await fetch(edition.running.metricsUrl)
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
	expect(new URL(edition.running.metricsUrl).hostname).toBe('127.0.0.1')
})
