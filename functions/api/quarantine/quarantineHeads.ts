import type { QuarantineKey } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { QuarantineDesk, QuarantineHead } from '../../../shared/ports/quarantine.ts'

/** Reads of up to 1 MB that one call makes; about 100,000 small messages, or 240 of the largest. */
const MOST_READS = 30

/**
 * The newest entries, without payloads, for as far as one call can look. `next`: there are older ones, from there on.
 */
export async function quarantineHeads(
	quarantine: Pick<QuarantineDesk, 'heads'>,
	before: QuarantineKey | undefined,
	now: number,
): Promise<{ heads: QuarantineHead[]; next?: QuarantineKey }> {
	const heads: QuarantineHead[] = []
	let next = before
	for (let reads = 0; reads < MOST_READS; reads += 1) {
		const page = await quarantine.heads(next, now)
		for (const head of page.entries) heads.push(head)
		next = page.next
		if (!next) return { heads }
	}
	return next ? { heads, next } : { heads }
}
