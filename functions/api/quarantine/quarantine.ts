import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { QuarantineEntryView, QuarantineView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import * as z from '../../../shared/contract/zod.ts'
import { faultWords } from '../../../shared/domain/telemetry/faultWords.ts'
import { parseQuarantineId, quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { QuarantineEntry } from '../../../shared/ports/quarantine.ts'
import type { ApiPorts } from '../ports.ts'

/** The id of an entry, as a place in the list. */
export const Before = z.pipe(
	z.string(),
	z.transform((text, { issues }) => {
		const key = parseQuarantineId(text)
		if (key) return key
		issues.push({
			code: 'custom',
			message: 'should be the "next" of a page before',
			zh: '应为上一页给出的 next',
			input: text,
		})
		return z.NEVER
	}),
)

export const QuarantineQuery = z.object({
	// Payloads are up to 128 KB each, and one answer at most 6 MB.
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
	before: z.optional(Before),
})

type Ports = Pick<ApiPorts, 'quarantine' | 'now'>

/** What was refused, the newest first, with the reason in words. */
export async function listQuarantine(
	{ quarantine, now }: Ports,
	{ limit, before }: z.infer<typeof QuarantineQuery>,
): Promise<Outcome> {
	const { entries, next } = await quarantine.list(limit, before, now())
	const view: QuarantineView = { entries: entries.map(entryView), ...(next ? { next: quarantineId(next) } : {}) }
	return ok(view)
}

export async function getQuarantined({ quarantine, now }: Ports, id: string): Promise<Outcome> {
	const key = parseQuarantineId(id)
	const entry = key && (await quarantine.get(key, now()))
	return entry
		? ok(entryView(entry))
		: notFound({
				zh: `被退回的数据“${id}”；这些数据只保留 30 天`,
				en: `quarantine entry "${id}"; entries go after 30 days`,
			})
}

const entryView = (entry: QuarantineEntry): QuarantineEntryView => ({
	id: quarantineId(entry),
	receivedAt: iso(entry.receivedAt),
	topic: entry.topic,
	thing: entry.thing,
	reasons: entry.faults.map((fault) => ({ ...fault, text: faultWords(fault) })),
	payload: Buffer.from(entry.payload).toString('base64'),
	payloadBytes: entry.payloadBytes,
	expiresAt: iso(entry.expires * 1000),
	replayed: entry.replayed ? { ...entry.replayed, at: iso(entry.replayed.at) } : null,
	...(entry.replayOf === undefined ? {} : { replayOf: entry.replayOf }),
})

const iso = (at: number): string => new Date(at).toISOString()
