import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { DeviceClient } from '../client/connectDevice.ts'
import { connectFleet } from '../client/connectFleet.ts'
import { courtyardEvents } from '../client/topics.ts'
import { troubleLog } from '../client/troubleLog.ts'
import { progressOf } from '../program/progress.ts'
import { withCharacters } from '../simulator/characters.ts'
import { dayMs, hourMs, isoLocalDay, localDay, startOfLocalDay } from '../simulator/localTime.ts'
import type { SimulatedDevice } from '../simulator/simulatedDevice.ts'
import { backfill } from './backfill.ts'
import type { StaffApi } from './callApi.ts'
import { setUpChannels } from './channels.ts'
import { type DemoState, readDemoState, writeDemoState } from './demoState.ts'
import { goLive } from './live.ts'
import { lastMonthAt, monthAt } from './months.ts'
import { Running, type RunOptions } from './options.ts'
import { publishMonth } from './publishMonth.ts'
import { recordRounds } from './recordRounds.ts'
import { register } from './register.ts'
import { type TelemetryLine, telemetryLine } from './telemetryLine.ts'
import { placedDevices, registryFrom } from './township.ts'

const window = 20
const saveEveryMs = 2000

const firstState = (options: RunOptions, now: number): DemoState => ({
	seed: options.seed,
	start:
		options.start === undefined
			? startOfLocalDay(localDay(now - options.historyDays * dayMs))
			: new Date(options.start).getTime(),
	through: {},
})

const readRunning = async (file: string): Promise<Running> => {
	try {
		return Running.parse(JSON.parse(await readFile(file, 'utf8')))
	} catch (cause) {
		throw new Error(`${file} does not tell where the edition runs`, { cause })
	}
}

const say = (text: string) => process.stdout.write(`${text}\n`)

const showAlerts = async (client: DeviceClient, courtyard: string) =>
	client.subscribe(courtyardEvents(courtyard), (topic, payload) =>
		say(`${client.clientId} shows ${topic}: ${payload.toString('utf8').slice(0, 300)}`),
	)

/** Sends the history that is missing, then live readings, until the signal. */
const send = async (lines: readonly TelemetryLine[], signal: AbortSignal, onHistory: () => void): Promise<void> => {
	const began = Date.now()
	const missing = lines.reduce((sum, line) => sum + Math.max(0, began - line.sentThrough), 0)
	if (missing > lines.length * hourMs) {
		const progress = progressOf('history', missing, process.stdout)
		const report = await backfill(lines, Date.now, signal, (through) => {
			const left = lines.reduce((sum, line) => sum + Math.max(0, began - line.acknowledgedThrough), 0)
			progress.update(Math.max(0, missing - left), new Date(through).toISOString().slice(0, 10))
		})
		progress.stop()
		const seconds = ((Date.now() - began) / 1000).toFixed(1)
		say(`history sent: ${report.readings} readings in ${report.messages} messages, ${seconds} s`)
	}
	if (signal.aborted) return
	onHistory()
	say(`live: ${lines.length} devices report at their intervals`)
	await goLive(lines, Date.now, signal)
}

/** What the staff of the township do besides: rounds, and the ranking of last month, where the history has all of it. */
const judgeLastMonth = async (
	api: StaffApi,
	{ start, seed }: DemoState,
	fleet: readonly SimulatedDevice[],
	signal: AbortSignal,
): Promise<void> => {
	const now = Date.now()
	const month = lastMonthAt(now)
	const isWhole = isoLocalDay(start) <= `${month}-01`
	await recordRounds(api, isWhole ? [month, monthAt(now)] : [monthAt(now)], fleet, seed, now)
	// Whoever started this program may have the history scored at once; else the next quarter of an hour does it.
	process.send?.('history-sent')
	if (isWhole && (await publishMonth(api, month, signal)) === 'published') say(`ranking of ${month} published`)
}

/**
 * Registers the demo township, connects all its devices, sends the history that is not acknowledged yet and goes on
 * live, until the signal. Every failure that ends it is thrown with its cause.
 */
export const run = async (options: RunOptions, signal: AbortSignal): Promise<void> => {
	const running = await readRunning(options.running)
	const state = (await readDemoState(options.state)) ?? firstState(options, Date.now())
	if (state.seed !== options.seed) {
		throw new Error(`${options.state} belongs to seed ${state.seed}: use that seed or another data folder`)
	}
	await register(running.apiUrl, options.token, registryFrom(state.start))
	if (running.receiver) await setUpChannels(running.apiUrl, options.token, running.receiver)

	const trouble = troubleLog((line) => {
		if (!signal.aborted) process.stderr.write(`${line}\n`)
	})
	const fleet = withCharacters(placedDevices, options.seed)
	const clients = await connectFleet(
		fleet.filter(({ device }) => device.gateway === undefined).map(({ device }) => device.id),
		{
			url: running.mqttUrl,
			certificates: options.devices,
			window,
			rule: options.rule,
			signal,
			onTrouble: trouble.add,
		},
	)

	const failed = Promise.withResolvers<never>()
	const lines: TelemetryLine[] = []
	for (const simulated of fleet) {
		const { device } = simulated
		// What stands behind a gateway has no connection of its own.
		const client = clients.get(device.gateway ?? device.id)
		if (client === undefined) continue
		if (device.kind === 'display') {
			// Not awaited: AWS answers a forbidden subscription by closing the connection, not with a refusal.
			showAlerts(client, device.courtyard).catch((error: Error) => trouble.add(device.id, error.message))
		} else {
			const from = state.through[device.id] ?? state.start
			lines.push(telemetryLine({ simulated, client, seed: options.seed, from, window, onFailure: failed.reject }))
		}
	}

	const save = async () => {
		for (const line of lines) state.through[line.id] = line.acknowledgedThrough
		await writeDemoState(options.state, state)
	}
	let saving = Promise.resolve()
	const timer = setInterval(() => {
		saving = saving.then(save)
		saving.catch(failed.reject)
	}, saveEveryMs)
	failed.promise.catch(() => {})
	const api = { apiUrl: running.apiUrl, token: options.token }
	const work = send(lines, signal, () => {
		judgeLastMonth(api, state, fleet, signal).catch((error: Error) => trouble.add('staff', error.message))
	})
	work.catch(() => {})
	try {
		const aborted = signal.aborted ? Promise.resolve() : once(signal, 'abort')
		await Promise.race([work, aborted, failed.promise])
	} finally {
		clearInterval(timer)
		trouble.flush()
		await Promise.all([...clients.values()].map((client) => client.end(3000)))
		await saving.catch(() => {})
		await save()
	}
}
