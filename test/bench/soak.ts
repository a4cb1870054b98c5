import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { registerFleet } from '../../infra/local/cli/registerFleet.ts'
import * as z from '../../shared/contract/zod.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import { answer } from './reference/answer.ts'
import { differences, factKinds } from './reference/facts.ts'
import { told } from './reference/told.ts'
import { EditionProcess } from './soak/edition.ts'
import { drained, waitingIn } from './soak/queues.ts'
import { askOverHttp, staffToken } from './soak/staff.ts'
import { soakTownship } from './soak/township.ts'
import { openTraffic } from './soak/traffic.ts'

/**
 * The local edition under load, killed again and again: every reading that was acknowledged is there, once, and every
 * alarm, task, alert and score is what the reference answer says. The last line is one JSON object; the exit code is
 * 1 when anything is wrong.
 *
 *   npm run soak -- --minutes 10 --rate 200 --kill-every 60 --devices 200
 */
const text = { type: 'string' } as const
const { values } = parseArgs({
	options: {
		minutes: { ...text, default: '10' },
		rate: { ...text, default: '200' },
		'kill-every': { ...text, default: '60' },
		devices: { ...text, default: '200' },
		keep: { type: 'boolean', default: false },
	},
})
const number = z.coerce.number().check(z.positive())
const minutes = number.parse(values.minutes)
const rate = number.parse(values.rate)
const killEvery = number.parse(values['kill-every'])

/** Alarms need five minutes and more, so measured time runs ten times as fast and catches up; less than 2 h stay fresh. */
const speed = Math.min(10, 100 / minutes)
const DRAIN_PATIENCE_MS = 20 * 60_000
/** The sweep looks after unsent alerts a minute later, once a minute. */
const SWEEP_PATIENCE_MS = 150_000

const dataFolder = await mkdtemp(join(tmpdir(), 'soak-'))
const edition = new EditionProcess(dataFolder)
const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)
try {
	let running = await edition.start()
	const township = soakTownship(number.parse(values.devices))
	await registerFleet(dataFolder, running, await staffToken(dataFolder, running), township)
	const { devices } = township
	const traffic = await openTraffic({
		...{ dataFolder, url: running.mqttUrl, devices, rate, seconds: minutes * 60, speed },
	})
	const from = Date.now() - minutes * 60_000 * speed
	say(`${devices.length} devices connected; ${rate} messages a second for ${minutes} minutes`)

	let isOver = false
	const sending = traffic.run().finally(() => {
		isOver = true
	})
	const restartSeconds: number[] = []
	for (const startedAt = Date.now(); Date.now() - startedAt + killEvery * 1000 < minutes * 60_000 && !isOver; ) {
		await wait(killEvery * 1000)
		say(`killed with ${traffic.acknowledged.length} acknowledged, ${traffic.outstanding()} under way`)
		const killedAt = Date.now()
		await edition.kill()
		running = await edition.start()
		restartSeconds.push((Date.now() - killedAt) / 1000)
	}
	await sending
	say(`all ${traffic.acknowledged.length} messages acknowledged`)
	const endedAt = Date.now()
	await drained(running, DRAIN_PATIENCE_MS, (left) => say(`${left} messages in the queue`))
	const drainSeconds = Math.round((Date.now() - endedAt) / 1000)
	await traffic.end()

	const ask = askOverHttp(running, await staffToken(dataFolder, running))
	const samples = traffic.acknowledged
	const compare = async () => {
		const now = Date.now()
		const expected = answer({ devices, profile: defaultProfile, samples, now, asItHappened: false })
		const span = { from: new Date(from).toISOString(), to: new Date(now + 1000).toISOString() }
		const got = await told(ask, span)
		const untold = [...got.tasks.keys()].filter((name) => !got.alerts.has(name)).length
		return { expected, wrong: differences(expected, got), untold }
	}
	let { expected, wrong, untold } = await compare()
	for (const since = Date.now(); wrong.length > 0 && Date.now() - since < SWEEP_PATIENCE_MS; ) {
		say(`${wrong.length} facts are not right yet`)
		await wait(20_000)
		;({ expected, wrong, untold } = await compare())
	}
	for (const { kind, name, expected: is, got } of wrong.slice(0, 20)) {
		say(`${kind} ${name}: ${is ?? 'none'}, but told ${got ?? 'none'}`)
	}
	const readings = wrong.filter(({ kind }) => kind === 'readings')
	const { entries } = z.object({ entries: z.array(z.unknown()) }).parse(await ask('/api/quarantine', {}, {}))
	const deadLetters = await waitingIn(running, 'deadLetter')
	console.log(
		JSON.stringify({
			...{ minutes, rate, devices: devices.length, kills: restartSeconds.length, restartSeconds, drainSeconds },
			acknowledged: samples.length,
			lost: readings.filter(({ got }) => got === undefined).length,
			invented: readings.filter(({ expected: is }) => is === undefined).length,
			facts: Object.fromEntries(factKinds.map((kind) => [kind, expected[kind].size])),
			wrong: wrong.length,
			// Alarms that were over when their readings were worked off: their tasks are there, nobody was woken.
			tasksWithoutAlert: untold,
			...{ quarantined: entries.length, deadLetters },
		}),
	)
	if (wrong.length + entries.length + deadLetters > 0) process.exitCode = 1
} finally {
	await edition.stop()
	if (values.keep) say(`kept ${dataFolder}`)
	else await rm(dataFolder, { recursive: true, force: true })
}
