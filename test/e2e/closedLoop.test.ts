import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AlertMessage } from '../../shared/contract/alert/message.ts'
import { FollowedView, ReceivedView } from '../../shared/contract/wall/wallViews.ts'
import { type Receiver, startReceiver } from '../integration/alerts/receiver.ts'
import { apiAs } from './api.ts'
import type { Listener } from './clients.ts'
import { linkHolder } from './linkHolder.ts'
import { heardBy, json, type Stage, startStage } from './loopStage.ts'
import { processesOf } from './processes.ts'

const ofDarkYard = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`dark-bin-${i}`, 'dark-yard']))
const full = [{ fill: 96 }, { fill: 97 }]
const empty = [{ fill: 10 }, { fill: 9 }]

let stage: Stage
let screen: Listener
let darkScreen: Listener
let fragile: Receiver
/** What happens the moment a message reaches the receiver of kill-yard, before it answers. */
let whenTold: () => void = () => {}
/** Tasks that ingest was killed with. */
let cut: string[] = []
beforeAll(async () => {
	fragile = await startReceiver((response) => {
		whenTold()
		response.end('{}')
	})
	const bins = { 'bin-a': 'yard', 'bin-b': 'yard', 'bin-c': 'yard', 'kill-bin': 'kill-yard' }
	stage = await startStage({
		courtyards: ['yard', 'kill-yard', 'dark-yard'],
		bins: { ...bins, ...ofDarkYard },
		screens: { yard: 'screen', 'dark-yard': 'dark-screen' },
		told: ['yard'],
		elsewhere: { 'kill-yard': `${fragile.url}hook` },
		connected: [...Object.keys(bins), 'screen', 'dark-screen'],
	})
	screen = await stage.listen('screen', 'yard')
	darkScreen = await stage.listen('dark-screen', 'dark-yard')
})
afterAll(async () => {
	await Promise.all([screen?.end(), darkScreen?.end(), fragile?.close()])
	await stage?.end()
})

const killed = (functionName: string): number => {
	const found = processesOf(functionName, stage.edition.children())
	for (const pid of found) process.kill(pid, 'SIGKILL')
	return found.length
}
const keysAt = ({ got }: Receiver): string[] =>
	got.flatMap(({ body }) => AlertMessage.parse(JSON.parse(body).data).news.map(({ dedupeKey }) => dedupeKey))

it('notify dies by kill -9 with a message on its way', async () => {
	await stage.send('kill-bin', ...full)
	let died = 0
	whenTold = () => {
		died += killed('Notify')
	}
	await stage.until(async () => fragile.got.length > 0, 'Notify')
	whenTold = () => {}
	expect(died).toBeGreaterThan(0)
})

it('ingest dies by kill -9 between tasks and their alerts', async () => {
	const unsent = async (): Promise<string[]> => {
		const tasks = (await stage.aws.scan('tasks')).filter(
			({ courtyard, part }) => courtyard === 'dark-yard' && part === 'task',
		)
		return tasks.filter(({ alert }) => !JSON.stringify(alert ?? {}).includes('sentAt')).map(({ task }) => String(task))
	}
	const pack = JSON.stringify(full.map((value, i) => ({ at: Date.now() - (1 - i) * 1000, ...value })))
	await Promise.all(Object.keys(ofDarkYard).map((bin) => stage.aws.publish(`dt/sanitation/${bin}/json`, pack)))
	// A task that stands without its alert is the moment. It is short, so ingest is stopped whenever somebody looks.
	const deadline = Date.now() + 30_000
	while (cut.length === 0 && Date.now() < deadline) {
		const ingest = processesOf('Ingest', stage.edition.children())
		for (const pid of ingest) process.kill(pid, 'SIGSTOP')
		cut = await unsent()
		for (const pid of ingest) process.kill(pid, cut.length > 0 ? 'SIGKILL' : 'SIGCONT')
		await setTimeout(20)
	}
	expect(cut).not.toEqual([])
	console.info(`ingest killed with ${cut.length} tasks whose alerts had not gone out`)
})

it('a bin overflows: its display and its head hear of it; by the link alone it is taken up and mended, and the sensor confirms', async () => {
	await stage.send('bin-a', ...full)
	const raised = await stage.inState('bin-a', 'raised')
	await stage.until(async () => heardBy(screen).some(({ task }) => task === raised.id))
	const [news] = await stage.until(async () => {
		const found = await stage.newsOf(raised, 'raised')
		return found.length > 0 && found
	}, 'Notify')
	expect(news).toMatchObject({ severity: 'major', text: { zh: expect.stringContaining('垃圾满溢（97 %，限值 90）') } })

	const holder = linkHolder(stage.edition.running.apiUrl, news?.link ?? '')
	expect((await holder.look()).task).toMatchObject({ state: 'raised' })
	expect((await holder.act({ type: 'acknowledge' })).task.state).toBe('acknowledged')
	expect((await holder.act({ type: 'start' })).task.state).toBe('in-progress')
	expect((await holder.act({ type: 'fix' })).task.state).toBe('fixed')
	await stage.send('bin-a', ...empty)

	const verified = await stage.inState('bin-a', 'verified')
	expect(verified.events.findLast(({ type }) => type === 'verified')).toMatchObject({ actor: { kind: 'sensor' } })
	expect((await stage.seen(verified)).sensor?.points.at(-1)).toMatchObject({ value: 9 })
	await stage.until(async () => (await stage.newsOf(raised, 'cleared-1')).length > 0, 'Notify')
})

it('one that is left alone climbs the ladder to its top, and each rung is told', async () => {
	await stage.send('bin-b', { tilt: 80 }, { tilt: 81 })
	const { id } = await stage.inState('bin-b', 'raised')
	const top = await stage.until(async () => {
		const task = (await stage.tasksIn('yard')).find((one) => one.id === id)
		return task?.owner.rung === 'general-branch' && task
	}, 'Sweep')
	expect(top.events.filter(({ type }) => type === 'escalated')).toHaveLength(3)
	await stage.until(async () => (await stage.newsOf(top, 'escalated-3')).length > 0, 'Notify')
	await stage.until(async () => heardBy(screen).filter(({ task }) => task === id).length === 4)
})

it('one that is called fixed while it is still full comes back, and its head is told', async () => {
	await stage.send('bin-c', ...full)
	const raised = await stage.inState('bin-c', 'raised')
	for (const type of ['acknowledge', 'start', 'fix']) await stage.act(stage.head, raised, type)
	await stage.send('bin-c', ...full)
	const back = await stage.inState('bin-c', 'reopened', 'Sweep')
	expect(back.events.findLast(({ type }) => type === 'reopened')).toMatchObject({ actor: { kind: 'machine' } })
	await stage.until(
		async () =>
			(await stage.messagesTo('yard')).some(({ text }) => text.zh.includes('〔处理后问题仍在，已退回并上报党小组〕')),
		'Notify',
	)
})

it('a resident reports without an account, follows by code, hears of the repair and confirms it', async () => {
	const resident = apiAs(stage.edition.running.apiUrl, undefined)
	const post = (path: string, body: object) =>
		resident.call(`/public${path}`, { method: 'POST', body: JSON.stringify(body) }).then(json)
	const report = { key: `key-${Date.now()}-abcdef`, courtyard: 'yard', what: '公厕门口灯不亮', place: '村口' }
	const { code } = ReceivedView.parse(await post('/reports', report))
	const follow = async () => FollowedView.parse(await json(await resident.call(`/public/reports/${code}`)))
	expect(await follow()).toMatchObject({ state: 'raised', what: report.what })

	const [task] = (await stage.tasksIn('yard')).filter(({ source }) => source === 'resident')
	for (const type of ['acknowledge', 'start', 'fix']) await stage.act(stage.head, { id: task?.id ?? '' }, type)
	const followed = await follow()
	expect(followed).toMatchObject({ state: 'fixed', question: { mayAnswer: true } })
	expect(followed.steps.map(({ by }) => by.zh)).toContain('院落长')
	await post(`/reports/${code}/confirmation`, { fixed: true })
	expect(await follow()).toMatchObject({ state: 'verified' })
})

it('what notify was killed with goes out when its claim has lapsed, under the same key, and then no more', async () => {
	await stage.until(async () => keysAt(fragile).length >= 2, 'Notify', 90)
	expect(new Set(keysAt(fragile)).size).toBe(1)
	const count = keysAt(fragile).length
	await stage.runs('Notify')
	await stage.runs('Notify')
	expect(keysAt(fragile)).toHaveLength(count)
})

it('alerts that ingest was killed before go out with the next sweeps', async () => {
	const told = () => heardBy(darkScreen).map(({ task }) => task)
	await stage.until(async () => cut.every((id) => told().includes(id)), 'Sweep', 120)
})
