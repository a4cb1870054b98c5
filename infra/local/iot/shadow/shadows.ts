import { join } from 'node:path'
import * as z from '../../../../shared/contract/zod.ts'
import { readIfPresent, writeAtomically } from '../dataFolder.ts'
import type { ServiceReply } from '../mqttService.ts'
import { isRefusal, type Refusal, read, ShadowDocument, update } from './shadowDocument.ts'

/** Letters as AWS takes them but for ":", which cannot be part of a file's name everywhere. */
const Name = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

export type ShadowVerb = 'get' | 'update' | 'delete'
export type ShadowAnswer = {
	/** Body for whoever asked. */
	readonly answer: object | Refusal
	/** What is told to all that have subscribed. */
	readonly told: readonly ServiceReply[]
}

/** Named shadows, one file each under `<dataDir>/iot/shadows`; only one process may use them. */
export type Shadows = {
	/** @param body the request, undefined for what is no JSON */
	ask(verb: ShadowVerb, thing: string, name: string, body: unknown): Promise<ShadowAnswer>
}

const Token = z.object({ clientToken: z.string() })

export const openShadows = (dataDir: string, now: () => number): Shadows => {
	const turns = new Map<string, Promise<unknown>>()

	/** One change of a shadow at a time: each is made from what the one before it left. */
	const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
		const mine = (turns.get(key) ?? Promise.resolve()).then(work, work)
		turns.set(key, mine)
		const forget = (): void => {
			if (turns.get(key) === mine) turns.delete(key)
		}
		mine.then(forget, forget)
		return mine
	}

	const change = async (
		verb: ShadowVerb,
		file: string,
		name: string,
		body: unknown,
	): Promise<{ answer: object | Refusal; delta?: object | undefined; documents?: object }> => {
		const content = await readIfPresent(file)
		const known = content === undefined ? undefined : ShadowDocument.parse(JSON.parse(content))
		const keep = (document: ShadowDocument): Promise<void> => writeAtomically(file, `${JSON.stringify(document)}\n`)
		if (verb === 'update') {
			const updated = update(known, body, now())
			if (isRefusal(updated)) return { answer: updated }
			await keep(updated.document)
			return { answer: updated.accepted, delta: updated.delta, documents: updated.documents }
		}
		const found = read(known, name, now())
		if (verb === 'get' || !known || isRefusal(found)) return { answer: found }
		await keep({ state: {}, metadata: {}, version: known.version + 1, deleted: true })
		return { answer: { version: known.version, timestamp: Math.floor(now() / 1000) } }
	}

	return {
		ask: async (verb, thing, name, body) => {
			const topic = `$aws/things/${thing}/shadow/name/${name}/${verb}`
			const file = join(dataDir, 'iot', 'shadows', thing, `${name}.json`)
			const { answer, delta, documents } = Name.safeParse(name).success
				? await inTurn(file, () => change(verb, file, name, body))
				: { answer: { code: 400, message: 'Invalid shadow name' } as const }
			const token = Token.safeParse(body).data ?? {}
			const toAll = (end: string, payload: object): ServiceReply => ({
				topic: `${topic}/${end}`,
				payload,
				to: 'subscribers',
			})
			const refusal = isRefusal(answer)
			const timestamp = Math.floor(now() / 1000)
			return {
				answer,
				told: [
					toAll(refusal ? 'rejected' : 'accepted', { ...answer, ...(refusal && { timestamp }), ...token }),
					...(delta ? [toAll('delta', delta)] : []),
					...(documents ? [toAll('documents', documents)] : []),
				],
			}
		},
	}
}
