import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { staffApi } from './api.ts'
import { awsOf } from './aws.ts'
import { mustRun, run } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

vi.setConfig({ testTimeout: 120_000 })

let edition: StartedEdition
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'simulate-')), ...emptyOnFreePorts)
})
afterAll(async () => {
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const fleet = ['--devices', '24', '--scenario', 'power-cut', '--seed', '7', '--speed', 'max']
const simulate = (...args: string[]) => mustRun('npm', ['run', '-s', 'simulate', '--', ...fleet, ...args])

it('a fleet lives through a power cut, and what is stored is what the same seed and start print again', async () => {
	const summary = JSON.parse(await simulate('--data', edition.dataFolder))
	expect(summary).toMatchObject({ scenario: 'Power cut of a village', seed: 7, devices: 24, connected: 24 })
	expect(summary.messages).toBeGreaterThan(1000)
	expect([summary.sent, summary.acknowledged]).toEqual([summary.messages, summary.messages])

	const printed = (await simulate('--print', '--start', summary.start)).trim().split('\n')
	const messages: { thing: string; readings: number; payload: string }[] = printed.map((line) => JSON.parse(line))
	expect(messages).toHaveLength(summary.messages)
	expect(messages.reduce((sum, { readings }) => sum + readings, 0)).toBe(summary.readings)

	const aws = awsOf(edition.running)
	await aws.drained()
	aws.close()
	const api = await staffApi(edition)
	// One that keeps to the protocol: some of the fleet send rubbish at hours that the clock decides.
	const toilet = 'sim-1-toilet-1'
	const told = messages.filter(({ thing }) => thing === toilet).flatMap(({ payload }) => [JSON.parse(payload)].flat())
	const instants = told.map(({ at }: { at: number }) => new Date(at < 1e11 ? at * 1000 : at).toISOString())
	const stored = (await api.readings(toilet)).readings.map(({ at }) => new Date(at).toISOString())
	expect(stored.toSorted()).toEqual(instants.toSorted())
})

it('a scenario that cannot be is refused with the field, before anything is registered', async () => {
	const args = ['--devices', '6', '--scenario', 'nowhere', '--data', edition.dataFolder]
	const ended = await run('npm', ['run', '-s', 'simulate', '--', ...args])
	expect(ended.code).toBe(1)
	expect(ended.stderr).toMatch(/The scenario .*nowhere\.json cannot be read/)
})
