import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isAlive } from '../../infra/local/assembly/withLock.ts'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { openLocalIssuer } from '../../infra/local/issuer/localIssuer.ts'
import { Problem } from '../../shared/contract/http/problem.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { apiAs, staffApi, tokenFor } from './api.ts'
import { awsOf } from './aws.ts'
import { mqttJs } from './clients.ts'
import { run } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, samePorts, startEdition } from './edition.ts'

// An engine named by DYNAMODB_ENDPOINT keeps what earlier runs wrote.
const suffix = randomUUID().slice(0, 8)
const [own, other] = [`own-${suffix}`, `other-${suffix}`]
const [toilet, otherToilet] = [`toilet-${own}`, `toilet-${other}`]

let data: string
let edition: StartedEdition
beforeAll(async () => {
	data = await mkdtemp(join(tmpdir(), 'start-'))
	edition = await startEdition(data, ...emptyOnFreePorts)
	const name = { zh: '公厕', en: 'Toilet' }
	for (const courtyard of [own, other])
		await addDevice(data, edition.running, Device.parse({ id: `toilet-${courtyard}`, kind: 'toilet', courtyard, name }))
})
afterAll(async () => {
	await edition?.end()
	await rm(data, { recursive: true, force: true })
})

it('greets with the addresses and commands that can be pasted', () => {
	const { apiUrl, mqttUrl, endpoints } = edition.running
	for (const text of [apiUrl, mqttUrl, endpoints.dynamodb, 'npm run device -- add', 'npm run -s token'])
		expect(edition.output()).toContain(text)
})

it('a second start on the same folder is refused: the first one goes on', async () => {
	const { code, stderr } = await run('npm', ['start', '-s', '--', ...emptyOnFreePorts, '--data', data])
	expect(code).toBe(1)
	expect(stderr).toContain(`already runs on ${data}: ${edition.running.apiUrl}`)
	expect(stderr).toContain('--data <folder>')
	expect((await apiAs(edition.running.apiUrl, undefined).call('/health')).status).toBe(200)
})

it('a start on a taken port names the port and leaves nothing behind', async () => {
	const elsewhere = join(data, 'elsewhere')
	for (const [option, port] of [
		['--port', new URL(edition.running.apiUrl).port],
		['--mqtt-port', String(edition.running.mqttPort)],
	] as const) {
		const args = ['--empty', '--port', '0', '--mqtt-port', '0', option, port, '--data', elsewhere]
		const { code, stderr } = await run('npm', ['start', '-s', '--', ...args])
		expect(code).toBe(1)
		expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`)
		expect(stderr).toContain(option)
	}
	expect(existsSync(elsewhere)).toBe(false)
})

it('--help explains the options and starts nothing', async () => {
	const { code, stdout } = await run('npm', ['start', '-s', '--', '--help', '--data', join(data, 'none')])
	expect(code).toBe(0)
	for (const option of ['--port', '--mqtt-port', '--data', '--empty', '--history-days'])
		expect(stdout).toContain(option)
	expect(existsSync(join(data, 'none'))).toBe(false)
})

it('without a token, or with a forged one, the API says 401; only the health is open', async () => {
	const { apiUrl } = edition.running
	const forged = await forgedToken()
	const paths = ['/courtyards', `/courtyards/${own}`, `/courtyards/${own}/devices`, `/devices/${toilet}/readings`]
	for (const path of [...paths, '/tasks', '/tasks/x', '/quarantine'])
		for (const token of [undefined, 'rubbish', forged])
			expect((await apiAs(apiUrl, token).call(path)).status, path).toBe(401)
	expect((await apiAs(apiUrl, undefined).call('/health')).status).toBe(200)
})

it('a head sees his own courtyard, another one is 403, each as an RFC 9457 problem', async () => {
	const head = apiAs(edition.running.apiUrl, await tokenFor(data, '--role', 'head', '--courtyard', own))
	await vi.waitUntil(async () => (await head.courtyards()).length > 0, { timeout: 15_000, interval: 200 })
	expect((await head.courtyards()).map(({ id }) => id)).toEqual([own])
	expect((await head.devices(own)).map(({ id }) => id)).toEqual([toilet])
	expect(await head.tasks()).toEqual([])
	for (const path of [
		...[`/courtyards/${other}`, `/courtyards/${other}/devices`, `/devices/${otherToilet}/readings`],
		...[`/tasks?courtyard=${other}`, '/tasks/no-such-task', '/quarantine', '/courtyards/no-such-courtyard'],
	])
		expect(await problemOf(await head.call(path)), path).toMatchObject({ status: 403 })
})

it('what staff ask wrongly is answered as a problem that names the field', async () => {
	const staff = await staffApi(edition)
	expect(await problemOf(await staff.call('/courtyards/nowhere'))).toMatchObject({ status: 404 })
	expect(await problemOf(await staff.call('/nothing'))).toMatchObject({ status: 404 })
	expect(await problemOf(await staff.call('/tasks?state=lost'))).toMatchObject({
		status: 400,
		errors: [{ field: 'state' }],
	})
	expect(await problemOf(await staff.call('/quarantine?limit=0'))).toMatchObject({
		status: 400,
		errors: [{ field: 'limit' }],
	})
})

it('Ctrl-C ends all of it within five seconds, and the next start goes on with the data', async () => {
	await mqttJs.publish(edition, toilet, '{"ammonia":0.4}')
	const aws = awsOf(edition.running)
	await aws.drained()
	aws.close()
	const before = await (await staffApi(edition)).readings(toilet)
	expect(before.readings).toHaveLength(1)
	const children = edition.children()
	expect(await edition.interrupt()).toBeLessThan(5000)
	expect(edition.output()).toContain('Ending ...')
	expect(existsSync(join(data, 'running.json'))).toBe(false)
	expect(children.filter(isAlive)).toEqual([])

	edition = await startEdition(data, '--empty', ...samePorts(edition.running))
	const staff = await staffApi(edition)
	expect(await staff.readings(toilet)).toEqual(before)
	await mqttJs.publish(edition, toilet, '{"ammonia":0.5}')
	await vi.waitUntil(async () => (await staff.readings(toilet)).readings.length === 2, {
		timeout: 10_000,
		interval: 100,
	})
})

const problemOf = async (response: Response): Promise<Problem> => {
	expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
	const problem = Problem.parse(await response.json())
	expect(problem.status).toBe(response.status)
	return problem
}

/** A staff token that says it is of this edition's issuer, signed by another key. */
const forgedToken = async (): Promise<string> => {
	const issuer = await openLocalIssuer(join(data, 'forger'), edition.running.issuer)
	return issuer.token({ id: 'x', name: 'x', role: 'staff', courtyards: [] }, Date.now())
}
