import { type GatewayResponse, gatewayMessage } from '../http/gatewayResponse.ts'
import { type ReceivedRequest, splitTarget } from '../http/payloadEvent.ts'
import type { Metrics } from './openMetrics.ts'

const PATH = '/metrics'

/** Where the figures of an edition are whose HTTP API is at the URL. */
export const metricsAt = (httpUrl: string): string => `${httpUrl}${PATH}`

/** Answers whoever asks this machine for figures; on AWS they are in CloudWatch, and nobody is asked. */
export const serveMetrics =
	(metrics: Pick<Metrics, 'text'>): ((request: ReceivedRequest) => Promise<GatewayResponse | undefined>) =>
	async ({ method, target }) => {
		if (splitTarget(target).path !== PATH) return undefined
		if (method !== 'GET' && method !== 'HEAD') return gatewayMessage(405, 'Method Not Allowed')
		const { contentType, body } = await metrics.text()
		return {
			status: 200,
			headers: { 'content-type': contentType, 'cache-control': 'no-store' },
			body: method === 'HEAD' ? '' : body,
		}
	}
