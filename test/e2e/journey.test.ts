import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Alert } from '../../shared/contract/alert/alert.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { type Listener, mosquitto, mqttJs } from './clients.ts'
import { mustRun } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

let edition: StartedEdition
let api: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'journey-')), ...emptyOnFreePorts)
	api = await staffApi(edition)
	aws = awsOf(edition.running)
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const addDevice = (id: string, kind: string, courtyard: string): Promise<string> =>
	mustRun('npm', [
		...['run', '-s', 'device', '--', 'add', '--id', id, '--kind', kind, '--courtyard', courtyard],
		...['--data', edition.dataFolder],
	])

const minute = 60_000
/** The registry that the API knows may be ten seconds old. */
const seconds = (timeout: number) => ({ timeout: timeout * 1000, interval: 100 })

describe.each([mosquitto, mqttJs].filter(({ here }) => here))('with $name', (client) => {
	// An engine named by DYNAMODB_ENDPOINT keeps what earlier runs wrote.
	const run = randomUUID().slice(0, 8)
	const [yard, otherYard] = [`yard-${run}`, `other-yard-${run}`]
	const [toilet, bin, screen, otherScreen] = [`toilet-${run}`, `bin-${run}`, `screen-${run}`, `other-screen-${run}`]
	let printed: string[]
	let own: Listener
	let other: Listener
	const base = Date.now() - 15 * minute
	const reading = (ammonia: number, at: number) => client.publish(edition, toilet, JSON.stringify({ at, ammonia }))
	const alerts = ({ heard }: Listener): Alert[] =>
		heard
			.filter((line) => !line.endsWith('marker'))
			.map((line) => Alert.parse(JSON.parse(line.slice(line.indexOf(' ') + 1))))
	/** What was sent to the courtyard before has been heard once this returns. */
	const mark = (courtyard: string, { heard }: Listener): Promise<unknown> => {
		const before = heard.length
		return vi.waitUntil(async () => {
			await aws.publish(`evt/sanitation/${courtyard}/tasks`, 'marker')
			return heard.slice(before).some((line) => line.endsWith('marker'))
		}, seconds(10))
	}

	beforeAll(async () => {
		printed = await Promise.all([
			addDevice(toilet, 'toilet', yard),
			addDevice(bin, 'waste', yard),
			addDevice(screen, 'display', yard),
			addDevice(otherScreen, 'display', otherYard),
		])
		own = await client.listen(edition, screen, `evt/sanitation/${yard}/#`)
		other = await client.listen(edition, otherScreen, `evt/sanitation/${otherYard}/#`)
		await mark(yard, own)
		await mark(otherYard, other)
	})
	afterAll(() => Promise.all([own?.end(), other?.end()]))

	it.runIf(client === mosquitto)('the line that adding a device prints sends a first reading', async () => {
		const line = printed[1]?.split('\n').find((text) => text.includes('mosquitto_pub'))
		await mustRun('sh', ['-c', line ?? 'false'])
		await vi.waitUntil(async () => (await api.readings(bin)).readings.length === 1, seconds(10))
		const view = await vi.waitUntil(async () => (await api.devices(yard)).find(({ id }) => id === bin), seconds(15))
		expect(view).toMatchObject({ index: 100, values: { fill: { value: 40 } } })
	})

	it('a reading shows in the API and in the score', async () => {
		const began = Date.now()
		await reading(0.2, base - 10 * minute)
		await reading(5, base)
		await vi.waitUntil(async () => (await api.readings(toilet)).readings.length === 2, {
			timeout: 10_000,
			interval: 100,
		})
		console.info(`${client.name}: two readings in the API ${Date.now() - began} ms after the first was sent`)
		expect((await api.readings(toilet)).readings).toEqual([
			{ at: new Date(base - 10 * minute).toISOString(), values: { ammonia: 0.2 } },
			{ at: new Date(base).toISOString(), values: { ammonia: 5 } },
		])
		expect(await api.tasks({ courtyard: yard })).toEqual([])
	})

	it('ammonia at 5 again, five minutes later, makes one task, and the display of this courtyard alone is told', async () => {
		await reading(5, base + 5 * minute)
		await vi.waitUntil(() => alerts(own).length > 0, seconds(10))
		const tasks = await api.tasks({ courtyard: yard })
		expect(tasks).toMatchObject([{ device: toilet, rule: 'ammonia-high', severity: 'major', state: 'raised' }])
		expect(alerts(own)).toMatchObject([{ task: tasks[0]?.id, courtyard: yard, device: toilet, state: 'raised' }])
		expect(alerts(own)[0]?.text.zh).toContain(toilet)
		const stored = (await aws.scan('tasks')).filter(({ device }) => device === toilet)
		expect(stored).toHaveLength(1)
		// GB/T 17217-1998 scale: 3 → 20, 6 → 0.
		const score = await vi.waitUntil(async () => (await api.courtyard(yard)).revolutions.toilet, seconds(15))
		expect(score).toMatchObject({ score: 6.67, primary: [{ device: toilet, measurands: ['ammonia'] }] })
		await mark(otherYard, other)
		expect(alerts(other)).toEqual([])
	})

	it('two normal readings clear the alarm and verify the task, and nobody is told twice', async () => {
		await reading(0.2, base + 10 * minute)
		await aws.drained()
		expect(await api.tasks({ courtyard: yard })).toMatchObject([{ state: 'raised', clearedAt: null }])
		await reading(0.2, base + 15 * minute)
		await aws.drained()
		const clearedAt = new Date(base + 15 * minute).toISOString()
		expect(await api.tasks({ courtyard: yard })).toMatchObject([{ state: 'verified', clearedAt }])
		const { alarms } = await api.readings(toilet)
		expect(alarms).toMatchObject([{ rule: 'ammonia-high', onset: new Date(base).toISOString(), clearedAt }])
		expect((await api.courtyard(yard)).revolutions.toilet?.score).toBe(93.33)
		await mark(yard, own)
		expect(new Set(alerts(own).map(({ dedupeKey }) => dedupeKey)).size).toBe(1)
		expect(alerts(other)).toEqual([])
	})
})
