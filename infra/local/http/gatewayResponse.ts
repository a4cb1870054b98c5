import * as z from '../../../shared/contract/zod.ts'

/** What the gateway sends back. A header with several values is sent several times. */
export interface GatewayResponse {
	readonly status: number
	readonly headers: Readonly<Record<string, string | readonly string[]>>
	readonly body: Buffer | string
}

/** API Gateway's own answers, in its own words. */
export const gatewayMessage = (
	status: number,
	message: string,
	headers: Record<string, string> = {},
): GatewayResponse => ({
	status,
	headers: { 'content-type': 'application/json', ...headers },
	body: JSON.stringify({ message }),
})

export const internalServerError = gatewayMessage(500, 'Internal Server Error')

const scalar = z.union([z.string(), z.number(), z.boolean()])

const StructuredResponse = z.object({
	statusCode: z.coerce.number().check(z.int(), z.minimum(100), z.maximum(599)),
	headers: z.nullish(z.record(z.string(), scalar)),
	cookies: z.nullish(z.array(z.string())),
	body: z.nullish(z.string()),
	isBase64Encoded: z.nullish(z.boolean()),
})

/**
 * What API Gateway makes of a function's result: a structured response if it has a `statusCode`, else the result itself
 * as JSON with status 200; a malformed structured response is an internal error.
 */
export const responseOf = (result: unknown): GatewayResponse => {
	if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
		const body = typeof result === 'string' ? result : (JSON.stringify(result) ?? 'null')
		return { status: 200, headers: { 'content-type': 'application/json' }, body }
	}
	const parsed = StructuredResponse.safeParse(result)
	if (!parsed.success) return internalServerError
	const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
	const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
	return {
		status: statusCode,
		headers: {
			'content-type': 'text/plain;charset=UTF-8',
			...Object.fromEntries(named),
			...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
		},
		body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
	}
}
