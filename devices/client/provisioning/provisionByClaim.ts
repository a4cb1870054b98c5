import { setTimeout as sleep } from 'node:timers/promises'
import * as z from '../../../shared/contract/zod.ts'
import { type Answer, type Link, questions } from '../ask.ts'
import { backOff } from '../backOff.ts'
import type { DeviceClient } from '../connectDevice.ts'
import { readJsonFile, writeJsonFile } from '../jsonFile.ts'
import { ProvisioningRefused, refusalOf } from './refusal.ts'

export type ClaimOptions = {
	/** Where the device keeps what it got; for nobody else to read, as the private key is in it. */
	file: string
	/** The serial number in the device's registry entry. */
	serial: string
	/** Name of the provisioning template. */
	template: string
	/** Connects with the claim certificate under this client id. */
	connect: (clientId: string) => Promise<Link & Pick<DeviceClient, 'end'>>
	/** Told what went wrong before the next attempt. */
	trouble: (what: string) => void
	signal?: AbortSignal
	/** How long an answer is waited for, ms. */
	timeoutMs?: number
	/** In [0, 1); for tests. */
	random?: () => number
	/** Waits so many milliseconds; for tests. */
	wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>
}

/** What makes a device itself: its thing's name, which is its client id, its certificate and key (PEM). */
export type Identity = { readonly thing: string; readonly cert: string; readonly key: string }

const Kept = z.discriminatedUnion('is', [
	/** It has a certificate, and does not know yet whether it may keep it. */
	z.object({ is: z.literal('certificate'), cert: z.string(), key: z.string(), token: z.string() }),
	z.object({ is: z.literal('thing'), cert: z.string(), key: z.string(), thing: z.string().check(z.minLength(1)) }),
])
type Kept = z.infer<typeof Kept>

const Created = z.object({
	certificatePem: z.string(),
	privateKey: z.string(),
	certificateOwnershipToken: z.string(),
})
const Provisioned = z.object({ thingName: z.string().check(z.minLength(1)) })
const Rejected = z.object({ errorCode: z.string() })

const CREATE = '$aws/certificates/create/json'
/** https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html: a token is good for an hour. */
const STALE = 'InvalidCertificateOwnershipToken'

const isStale = ({ is, body }: Answer): boolean => {
	const parsed = Rejected.safeParse(body)
	return is === 'rejected' && parsed.success && parsed.data.errorCode === STALE
}
const waiting = (ms: number, signal?: AbortSignal): Promise<unknown> =>
	sleep(ms, undefined, signal === undefined ? {} : { signal })

/**
 * The device's identity: the one it has, or one fetched with the claim certificate. Goes on trying, with back-off and
 * jitter, while the service cannot be reached. Wherever it is killed, the next call goes on from there: the certificate is
 * on the disk before the device asks to keep it, and the same question again is answered the same.
 * @throws ProvisioningRefused in plain words; the reason of `signal` once that is aborted
 */
export const provisionByClaim = async (options: ClaimOptions): Promise<Identity> => {
	const { file, signal, random = Math.random, wait = waiting } = options
	for (let attempt = 0; ; attempt += 1) {
		signal?.throwIfAborted()
		const kept = await readJsonFile(file, Kept)
		if (kept?.is === 'thing') return { thing: kept.thing, cert: kept.cert, key: kept.key }
		try {
			return await fetchIdentity(options, kept)
		} catch (cause) {
			if (cause instanceof ProvisioningRefused) throw cause
			options.trouble(cause instanceof Error ? cause.message : String(cause))
		}
		await wait(backOff(attempt, random()), signal)
	}
}

const fetchIdentity = async (
	{ file, serial, template, connect, timeoutMs, random = Math.random }: ClaimOptions,
	before: (Kept & { is: 'certificate' }) | undefined,
): Promise<Identity> => {
	const provision = `$aws/provisioning-templates/${template}/provision/json`
	const create = async (ask: (topic: string, payload: string) => Promise<Answer>) => {
		const { is, body } = await ask(CREATE, '{}')
		if (is === 'rejected') throw refusalOf(body, serial)
		const made = Created.parse(body)
		const kept = {
			is: 'certificate',
			cert: made.certificatePem,
			key: made.privateKey,
			token: made.certificateOwnershipToken,
		} as const
		await writeJsonFile(file, kept)
		return kept
	}
	const link = await connect(`_claim-${Math.floor(random() * 2 ** 48).toString(16)}`)
	try {
		const ask = await questions(link, [CREATE, provision], timeoutMs)
		const keep = (token: string) =>
			ask(provision, JSON.stringify({ certificateOwnershipToken: token, parameters: { SerialNumber: serial } }))

		let kept = before ?? (await create(ask))
		let answer = await keep(kept.token)
		if (before !== undefined && isStale(answer)) {
			kept = await create(ask)
			answer = await keep(kept.token)
		}
		if (answer.is === 'rejected') throw refusalOf(answer.body, serial)
		const { thingName: thing } = Provisioned.parse(answer.body)
		await writeJsonFile(file, { is: 'thing', cert: kept.cert, key: kept.key, thing } satisfies Kept)
		return { thing, cert: kept.cert, key: kept.key }
	} finally {
		await link.end(0)
	}
}
