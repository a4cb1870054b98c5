import type * as z from '../../shared/contract/zod.ts'

/** The API of the running edition, as a member of the staff. */
export type StaffApi = { readonly apiUrl: string; readonly token: string }

/**
 * One call of the API. Throws with its answer when it is refused, but for the statuses that are expected.
 * @returns what was answered, or the expected status
 */
export const callApi = async <T>(
	{ apiUrl, token }: StaffApi,
	path: string,
	schema: z.ZodMiniType<T>,
	{ method = 'GET', body, expected = [] }: { method?: string; body?: unknown; expected?: readonly number[] } = {},
): Promise<{ readonly is: 'answer'; readonly value: T } | { readonly is: 'refused'; readonly status: number }> => {
	const response = await fetch(`${apiUrl.replace(/\/$/, '')}${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		signal: AbortSignal.timeout(60_000),
	})
	const answer = await response.text()
	if (expected.includes(response.status)) return { is: 'refused', status: response.status }
	if (!response.ok) throw new Error(`${method} ${path} was refused (${response.status}): ${answer.slice(0, 500)}`)
	return { is: 'answer', value: schema.parse(JSON.parse(answer)) }
}
