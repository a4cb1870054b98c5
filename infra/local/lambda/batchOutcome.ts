import * as z from '../../../shared/contract/zod.ts'

const response = z.nullish(
	z.object({
		batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string().check(z.minLength(1)) }))),
	}),
)

/** Which messages of a batch the function reported as failed; `all` when its answer cannot be trusted. */
export type BatchOutcome =
	| { readonly kind: 'partial'; readonly failed: ReadonlySet<string> }
	| { readonly kind: 'all-failed'; readonly reason: string }

/**
 * Reads the answer of a function with ReportBatchItemFailures. As on AWS, nothing, null and an empty list mean success;
 * an empty or missing `itemIdentifier` fails the whole batch. So does an id that is not in the batch: deleting on such
 * an answer could lose a message.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export const batchOutcome = (payload: unknown, messageIds: readonly string[]): BatchOutcome => {
	const parsed = response.safeParse(payload)
	if (!parsed.success)
		return { kind: 'all-failed', reason: 'the answer is not a list of batchItemFailures with an itemIdentifier each' }
	const failed = new Set(parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [])
	const known = new Set(messageIds)
	for (const id of failed)
		if (!known.has(id)) return { kind: 'all-failed', reason: `itemIdentifier ${id} is not in the batch` }
	return { kind: 'partial', failed }
}
