import { setTimeout as sleep } from 'node:timers/promises'
import * as z from '../../../shared/contract/zod.ts'
import { connectFleet } from '../../client/connectFleet.ts'
import { readJsonFile } from '../../client/jsonFile.ts'
import { troubleLog } from '../../client/troubleLog.ts'
import { progressOf } from '../../program/progress.ts'
import { hourMs } from '../localTime.ts'
import { madeFleet } from '../madeTownship.ts'
import { messagesOf } from '../messages.ts'
import { checkAgainst } from '../scenario/effects.ts'
import type { FleetOptions } from './options.ts'
import { publishFleet, type Tally } from './publishFleet.ts'

const Running = z.object({ mqttUrl: z.url() })
const window = 20
/** How long acknowledgements are waited for after the last message. */
const patienceMs = 30_000

export type Summary = Tally & {
	scenario: string
	seed: number
	devices: number
	connected: number
	/** Of the scenario; with it and the seed the same messages are made again. */
	start: string
	end: string
	speed: number | 'max'
	/** How long it took. */
	seconds: number
}

/**
 * Connects the fleet, each device with its own certificate, and lets it live through the scenario.
 * @throws Error in words where the edition or the certificates cannot be found, or no device can connect
 */
export const runFleet = async (options: FleetOptions, signal: AbortSignal): Promise<Summary> => {
	const { scenario, seed, speed, start, running, certificates } = options
	if (running === undefined || certificates === undefined) throw new Error('run needs --running and --certificates')
	const edition = await readJsonFile(running, Running)
	if (edition === undefined) throw new Error(`${running} is not there: does the edition run?`)
	const fleet = madeFleet(options.devices, seed)
	checkAgainst(scenario, fleet)
	const trouble = troubleLog((line) => {
		if (!signal.aborted) process.stderr.write(`${line}\n`)
	})
	const clients = await connectFleet(
		fleet.map(({ device }) => device.id),
		{ url: edition.mqttUrl, certificates, window, signal, onTrouble: trouble.add },
	)
	const end = start + scenario.hours * hourMs
	const progress = progressOf(scenario.name.en, end - start, process.stderr)
	const began = performance.now()
	const lines = fleet.map((simulated) => ({
		messages: messagesOf(simulated, scenario, start, seed),
		client: clients.get(simulated.device.id),
	}))
	const { tally, settled } = await publishFleet(
		lines,
		{ start, end, speed, window, now: Date.now },
		signal,
		(until, so) =>
			progress.update(until - start, `${new Date(until).toISOString().slice(0, 16)}Z, ${so.acknowledged} acknowledged`),
	)
	const late = new AbortController()
	await Promise.race([settled, sleep(signal.aborted ? 0 : patienceMs, undefined, { signal: late.signal })])
	late.abort()
	const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
	progress.stop()
	trouble.flush()
	await Promise.all([...clients.values()].map((client) => client.end(0)))
	return {
		...{ scenario: scenario.name.en, seed, devices: fleet.length, connected: clients.size },
		...{ start: new Date(start).toISOString(), end: new Date(end).toISOString(), speed, seconds },
		...tally,
	}
}
