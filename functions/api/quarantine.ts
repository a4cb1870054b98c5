import * as z from 'zod'
import { type Outcome, ok } from '../../shared/contract/outcome.ts'
import type { QuarantineView } from '../../shared/contract/views.ts'
import { faultWords } from '../../shared/domain/telemetry/faultWords.ts'
import type { ApiPorts } from './ports.ts'

export const QuarantineQuery = z.object({
	limit: z.coerce.number().int().min(1).max(200).default(50),
	before: z.string().max(120).optional(),
})

/** What was refused, the newest first, with the reason in words. */
export async function listQuarantine(
	{ quarantine, now }: Pick<ApiPorts, 'quarantine' | 'now'>,
	{ limit, before }: z.infer<typeof QuarantineQuery>,
): Promise<Outcome> {
	const { entries, next } = await quarantine.list(limit, before, now())
	const view: QuarantineView = {
		entries: entries.map(({ id, receivedAt, topic, thing, faults, payload, expires }) => ({
			id,
			receivedAt: new Date(receivedAt).toISOString(),
			topic,
			thing,
			reasons: faults.map((fault) => ({ ...fault, text: faultWords(fault) })),
			payload: Buffer.from(payload).toString('base64'),
			expiresAt: new Date(expires * 1000).toISOString(),
		})),
		...(next === undefined ? {} : { next }),
	}
	return ok(view)
}
