import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { Alert } from '../../shared/contract/alert/alert.ts'
import { AlertMessage } from '../../shared/contract/alert/message.ts'
import { TaskView } from '../../shared/contract/task/taskView.ts'
import * as z from '../../shared/contract/zod.ts'
import { type Api, apiAs, tokenFor } from './api.ts'
import { awsOf } from './aws.ts'
import { type Listener, mosquitto, mqttJs } from './clients.ts'
import { emptyOnFreePorts, startEdition } from './edition.ts'
import { type LoopTownship, setUp } from './loopTownship.ts'

const client = mosquitto.here ? mosquitto : mqttJs
const Inbox = z.object({
	messages: z.array(z.object({ to: z.string(), refused: z.optional(z.unknown()), raw: z.string() })),
})

export type Stage = Awaited<ReturnType<typeof startStage>>
type Place = Omit<LoopTownship, 'channels'> & {
	/** Courtyards whose webhook leads to the local receiver; others by their address. */
	told: readonly string[]
	elsewhere: Readonly<Record<string, string>>
	connected: readonly string[]
}

/** An edition with a township, seen from outside: sensors, displays, the receiver of alerts, a head and the staff. */
export const startStage = async ({ told, elsewhere, connected, ...place }: Place) => {
	const edition = await startEdition(await mkdtemp(join(tmpdir(), 'loop-')), ...emptyOnFreePorts)
	const { running, dataFolder } = edition
	const [admin, head] = await Promise.all(
		[['admin'], ['head', '--courtyard', 'yard']].map(async ([role = '', ...more]) =>
			apiAs(running.apiUrl, await tokenFor(dataFolder, '--role', role, ...more)),
		),
	)
	if (admin === undefined || head === undefined) throw new Error('no tokens')
	const aws = awsOf(running)
	const { url, secrets } = running.receiver
	const hook = (courtyard: string, to: string) => ({
		...{
			kind: 'webhook',
			id: `to-${courtyard}`,
			name: courtyard,
			for: { courtyard },
			url: to,
			secret: secrets.webhook,
		},
	})
	const channels = [
		...told.map((yard) => hook(yard, `${url}/webhook/${yard}`)),
		...Object.entries(elsewhere).map(([yard, to]) => hook(yard, to)),
	]
	await setUp(edition, admin, { ...place, channels }, connected)

	/** Runs what runs by the clock once more, now. What the schedule runs meanwhile does no harm. */
	const runs = async (which: 'Sweep' | 'Notify'): Promise<void> => {
		const path = `/2015-03-31/functions/GreenCourtyard-${which}ServiceFunction/invocations`
		await fetch(`${running.endpoints.lambda}${path}`, { method: 'POST', body: '{}' })
	}
	const tasksIn = async (courtyard: string): Promise<TaskView[]> => {
		const answer = await admin.call(`/tasks?courtyard=${courtyard}&limit=200`)
		return z.object({ tasks: z.array(TaskView) }).parse(await json(answer)).tasks
	}
	/** Waits for something to be so; runs a function between the looks where one is named. */
	const until = async <T>(look: () => Promise<T | undefined | false>, between?: 'Sweep' | 'Notify', seconds = 30) => {
		const found = await vi.waitUntil(
			async () => {
				if (between !== undefined) await runs(between)
				return look()
			},
			{ timeout: seconds * 1000, interval: 150 },
		)
		return found as T
	}
	const messagesTo = async (courtyard: string): Promise<AlertMessage[]> => {
		const { messages } = Inbox.parse(await json(await fetch(`${url}/messages.json`)))
		const own = messages.filter(({ to }) => to === courtyard)
		const refused = own.find((message) => message.refused !== undefined)
		if (refused) throw new Error(`the receiver refused: ${JSON.stringify(refused.refused)}`)
		return own.map(({ raw }) => AlertMessage.parse(JSON.parse(raw).data))
	}
	const newsOf = async ({ id, courtyard }: TaskView, news: string) =>
		(await messagesTo(courtyard)).flatMap((message) =>
			message.news.filter((one) => one.task === id && one.news === news),
		)
	return {
		edition,
		aws,
		head,
		staff: admin,
		runs,
		until,
		tasksIn,
		messagesTo,
		newsOf,
		listen: (screen: string, courtyard: string) => client.listen(edition, screen, `evt/sanitation/${courtyard}/tasks`),
		/** Readings a second apart, the last one of now. */
		send: (bin: string, ...values: readonly object[]): Promise<void> => {
			const now = Date.now()
			const readings = values.map((value, i) => ({ at: now - (values.length - 1 - i) * 1000, ...value }))
			return client.publish(edition, bin, JSON.stringify(readings))
		},
		/** The task of a device once it is in a state. */
		inState: (device: string, state: TaskView['state'], between?: 'Sweep') =>
			until(async () => (await tasksIn('yard')).find((one) => one.device === device && one.state === state), between),
		seen: async ({ id }: TaskView): Promise<TaskView> => TaskView.parse(await json(await admin.call(`/tasks/${id}`))),
		act: async (by: Api, { id }: Pick<TaskView, 'id'>, type: string): Promise<TaskView> => {
			const seen = await by.call(`/tasks/${id}`)
			const headers = { 'if-match': seen.headers.get('etag') ?? '' }
			const body = JSON.stringify({ type })
			return TaskView.parse(await json(await by.call(`/tasks/${id}/actions`, { method: 'POST', body, headers })))
		},
		end: async (): Promise<void> => {
			aws.close()
			await edition.end()
			await rm(dataFolder, { recursive: true, force: true })
		},
	}
}

export const json = async (response: Response): Promise<unknown> => {
	if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
	return response.json()
}

/** What a display has heard, each message once however often it came. */
export const heardBy = ({ heard }: Listener): Alert[] => {
	const all = heard.map((line) => Alert.parse(JSON.parse(line.slice(line.indexOf(' ') + 1))))
	return [...new Map(all.map((alert) => [alert.dedupeKey, alert])).values()]
}
