import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { contentEncoding } from '../../../shared/contract/http/contentEncoding.ts'

/** Less than a packet of the network gains nothing. */
const FEWEST_BYTES = 1200

const brotli = {
	params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

/**
 * The answer as small as its reader can take it; API Gateway's HTTP APIs compress nothing themselves, and a phone on a
 * weak signal waits for every kilobyte. Bytes (pictures, spreadsheets) are small already and go as they are.
 */
export const compressed = (
	response: APIGatewayProxyStructuredResultV2,
	acceptEncoding = '',
): APIGatewayProxyStructuredResultV2 => {
	const { body, isBase64Encoded } = response
	if (body === undefined || isBase64Encoded || Buffer.byteLength(body) < FEWEST_BYTES) return response
	const headers = { ...response.headers, vary: 'accept-encoding' }
	const encoding = contentEncoding(['br', 'gzip'], acceptEncoding)
	if (encoding === 'identity') return { ...response, headers }
	const bytes = encoding === 'br' ? brotliCompressSync(body, brotli) : gzipSync(body)
	return {
		...response,
		headers: { ...headers, 'content-encoding': encoding },
		body: bytes.toString('base64'),
		isBase64Encoded: true,
	}
}
