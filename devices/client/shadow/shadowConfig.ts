import type { DeviceConfig } from '../../../shared/contract/registry/deviceConfig.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Link, questions } from '../ask.ts'
import type { ClockCheck } from '../clockCheck.ts'
import { changeBetween } from './changeBetween.ts'
import { type Judged, judgeDesired } from './judgeDesired.ts'

export type ShadowOptions = {
	thing: string
	link: Link
	/** What the device is set to now, and keeps over a restart. */
	inForce: () => DeviceConfig
	/** As it came from the factory: what holds for a setting that nobody desires. */
	standard: DeviceConfig
	/** Sets the device so, for good; what it cannot do it throws. */
	apply: (config: DeviceConfig) => Promise<void>
	clock: ClockCheck
	trouble: (what: string) => void
	now?: () => number
	/** How long an answer is waited for, ms. */
	timeoutMs?: number
}

export type ShadowConfig = {
	/** Asks for the configuration, takes it and reports; for every new connection. */
	refresh(): Promise<void>
}

const Section = z._default(z.record(z.string(), z.unknown()), {})
const Got = z.object({
	state: z.object({ desired: Section, reported: Section }),
	/** Seconds since 1970. */
	timestamp: z.number(),
})
const Refused = z.object({ code: z.number(), message: z._default(z.string(), ''), timestamp: z.optional(z.number()) })
const NONE = 404

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/**
 * Keeps a device set to what is desired in its named shadow `config`, and says there what it is set to, what of it was refused
 * and by how much its clock is wrong. Each time it takes the shadow as a whole, so what it missed does not matter.
 */
export const openShadowConfig = async (options: ShadowOptions): Promise<ShadowConfig> => {
	const { thing, link, clock, trouble, now = Date.now } = options
	const base = `$aws/things/${thing}/shadow/name/config`
	const [get, update, delta] = [`${base}/get`, `${base}/update`, `${base}/update/delta`]
	const ask = await questions(link, [get, update], options.timeoutMs)

	const read = async (): Promise<z.infer<typeof Got>['state']> => {
		const askedAt = now()
		const { is, body } = await ask(get, '')
		const parsed = is === 'accepted' ? Got.safeParse(body) : Refused.safeParse(body)
		if (!parsed.success) throw new Error(`not understood on ${get}/${is}: ${JSON.stringify(body)?.slice(0, 200)}`)
		const { timestamp } = parsed.data
		if (timestamp !== undefined) clock.heard({ told: timestamp * 1000, askedAt, heardAt: now() })
		if ('state' in parsed.data) return parsed.data.state
		const { code, message } = parsed.data
		if (code === NONE) return { desired: {}, reported: {} }
		throw new Error(`the configuration was not given out: ${message} (${code})`)
	}
	const report = ({ config, refused }: Judged): Record<string, unknown> => ({
		interval: config.interval,
		...(Object.keys(config.offsets).length > 0 ? { offsets: config.offsets } : {}),
		...(Object.keys(refused).length > 0 ? { refused } : {}),
		...(clock.offBySeconds === undefined ? {} : { clockOffSeconds: clock.offBySeconds }),
	})
	const once = async (): Promise<void> => {
		const { desired, reported } = await read()
		const judged = judgeDesired(desired, options.inForce(), options.standard)
		if (changeBetween(options.inForce(), judged.config) !== undefined) await options.apply(judged.config)
		for (const [place, why] of Object.entries(judged.refused)) trouble(`configuration ${place} refused: ${why}`)
		// Only what differs is sent: a report calls forth the next delta as long as something is refused.
		const change = changeBetween(reported, report(judged))
		if (change === undefined) return
		const answer = await ask(update, JSON.stringify({ state: { reported: change } }))
		if (answer.is === 'rejected')
			trouble(`the configuration could not be reported: ${JSON.stringify(answer.body)?.slice(0, 200)}`)
	}

	// One at a time; what is asked for meanwhile is one more.
	let isWanted = false
	let running: Promise<void> | undefined
	const run = async (): Promise<void> => {
		while (isWanted) {
			isWanted = false
			await once().catch((cause: unknown) => trouble(textOf(cause)))
		}
		running = undefined
	}
	const refresh = (): Promise<void> => {
		isWanted = true
		running ??= run()
		return running
	}
	await link.subscribe(delta, (topic) => {
		if (topic === delta) void refresh()
	})
	return { refresh }
}
