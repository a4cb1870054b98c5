import * as z from '../../../../shared/contract/zod.ts'
import { difference, isTooDeep, JsonObject, merge, stamp, stampsOf } from './state.ts'

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#device-shadow-limits: bytes, without metadata. */
const largest = 8192

const Sections = z.object({ desired: z.optional(JsonObject), reported: z.optional(JsonObject) })
type Sections = z.infer<typeof Sections>
const names = ['desired', 'reported'] as const

/** A shadow as it is kept; `version` grows by one with each change. A deleted one keeps its version alone. */
export const ShadowDocument = z.object({ state: Sections, metadata: Sections, version: z.int(), deleted: z.boolean() })
export type ShadowDocument = z.infer<typeof ShadowDocument>

const UpdateRequest = z.object({
	state: z.strictObject({ desired: z.nullish(JsonObject), reported: z.nullish(JsonObject) }),
	version: z.optional(z.int().check(z.nonnegative())),
	clientToken: z.optional(z.string()),
})

/** What AWS IoT says on `/rejected`, with its codes. */
export type Refusal = { readonly code: 400 | 404 | 409 | 413; readonly message: string }

export type Update = {
	readonly document: ShadowDocument
	/** Bodies of the messages on `/accepted`, `/documents` and, if something desired is not reported, `/delta`. */
	readonly accepted: object
	readonly documents: object
	readonly delta: object | undefined
}

const refused = (code: Refusal['code'], message: string): Refusal => ({ code, message })

/**
 * Changes a shadow as AWS IoT does
 * (https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html).
 * @param now milliseconds since 1970
 */
export const update = (known: ShadowDocument | undefined, body: unknown, now: number): Update | Refusal => {
	if (body === undefined) return refused(400, 'Invalid JSON')
	const parsed = UpdateRequest.safeParse(body)
	if (!parsed.success)
		return typeof body === 'object' && body !== null && 'state' in body
			? refused(400, z.prettifyError(parsed.error).replaceAll('\n', ' '))
			: refused(400, 'Missing required node: state')
	const { state: change, version, clientToken } = parsed.data
	const before =
		known && !known.deleted ? known : { state: {}, metadata: {}, version: known?.version ?? 0, deleted: true }
	if (version !== undefined && version !== before.version) return refused(409, 'Version conflict')
	if (names.some((name) => isTooDeep(change[name] ?? {})))
		return refused(400, 'JSON contains too many levels of nesting; maximum is 8')

	const timestamp = Math.floor(now / 1000)
	const { state, metadata } = applied(before, change, timestamp)
	if (Buffer.byteLength(JSON.stringify(state)) > largest)
		return refused(413, 'The payload exceeds the maximum size allowed')
	const document: ShadowDocument = { state, metadata, version: before.version + 1, deleted: false }
	const token = clientToken === undefined ? {} : { clientToken }
	const differing = difference(state.desired ?? {}, state.reported ?? {})
	const stamps = Object.fromEntries(
		names.flatMap((name) => (change[name] ? [[name, stamp(change[name], timestamp)]] : [])),
	)
	return {
		document,
		accepted: { state: change, metadata: stamps, version: document.version, timestamp, ...token },
		documents: { previous: shown(before), current: shown(document), timestamp, ...token },
		delta: differing && {
			version: document.version,
			timestamp,
			state: differing,
			metadata: stampsOf(differing, metadata.desired),
			...token,
		},
	}
}

const applied = (
	before: Pick<ShadowDocument, 'state' | 'metadata'>,
	change: z.infer<typeof UpdateRequest>['state'],
	timestamp: number,
): { state: Sections; metadata: Sections } => {
	const state: Sections = {}
	const metadata: Sections = {}
	for (const name of names) {
		const wanted = change[name]
		if (wanted === null) continue
		const values = merge(before.state[name] ?? {}, wanted ?? {})
		if (Object.keys(values).length === 0) continue
		const stamps = merge(before.metadata[name] ?? {}, JsonObject.parse(stamp(wanted ?? {}, timestamp)))
		state[name] = values
		metadata[name] = JsonObject.parse(stampsOf(values, stamps))
	}
	return { state, metadata }
}

const shown = ({ state, metadata, version }: ShadowDocument) => ({ state, metadata, version })

/** The shadow as a whole, with what is desired and not reported so as `delta`. */
export const read = (known: ShadowDocument | undefined, name: string, now: number): object | Refusal => {
	if (!known || known.deleted) return refused(404, `No shadow exists with name: '${name}'`)
	const delta = difference(known.state.desired ?? {}, known.state.reported ?? {})
	return {
		...shown(known),
		state: { ...known.state, ...(delta && { delta }) },
		timestamp: Math.floor(now / 1000),
	}
}

export const isRefusal = (answer: object): answer is Refusal => 'code' in answer && 'message' in answer
