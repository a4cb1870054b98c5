import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { QuarantineSummary } from '../../../shared/contract/telemetry/quarantineViews.ts'
import * as z from '../../../shared/contract/zod.ts'
import { faultWords } from '../../../shared/domain/telemetry/faultWords.ts'
import { quarantineGroups } from '../../../shared/domain/telemetry/quarantineGroups.ts'
import { quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { ApiPorts } from '../ports.ts'
import { Before } from './quarantine.ts'
import { quarantineHeads } from './quarantineHeads.ts'

export const SummaryQuery = z.object({ before: z.optional(Before) })

/** What was refused, by device and reason, with what is still open first. */
export async function summarizeQuarantine(
	{ quarantine, now }: Pick<ApiPorts, 'quarantine' | 'now'>,
	{ before }: z.infer<typeof SummaryQuery>,
): Promise<Outcome> {
	const { heads, next } = await quarantineHeads(quarantine, before, now())
	const view: QuarantineSummary = {
		groups: quarantineGroups(heads).map(({ device, code, messages, open, firstAt, lastAt, example, fault }) => ({
			device,
			reason: code,
			messages,
			open,
			firstAt: new Date(firstAt).toISOString(),
			lastAt: new Date(lastAt).toISOString(),
			example: quarantineId(example),
			text: faultWords(fault),
		})),
		...(next ? { next: quarantineId(next) } : {}),
	}
	return ok(view)
}
