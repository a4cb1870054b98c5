import { AwsError } from './awsRequest.ts'
import { defaultMaxPayloadBytes } from './broker.ts'
import { readPublish } from './dataPlaneRequest.ts'
import type { ServiceReply } from './mqttService.ts'
import { type AwsService, serveAws } from './serveAws.ts'
import { answerShadowRequest, isShadowRequest } from './shadow/shadowRequest.ts'
import type { Shadows } from './shadow/shadows.ts'
import { UnacceptableMessage } from './unacceptableMessage.ts'

export type DataPlaneOptions = {
	/** 0 takes a free port. */
	readonly port: number
	readonly host?: string
	readonly publish: (topic: string, payload: Buffer, options: { qos: 0 | 1; retain: boolean }) => Promise<void>
	/** Named shadows, and who is told of their changes. */
	readonly shadows?: { readonly of: Shadows; readonly tell: (replies: readonly ServiceReply[]) => Promise<void> }
	readonly maxPayloadBytes?: number
	readonly log?: (line: string) => void
}

/**
 * AWS IoT's data plane, publishing and named shadows, for the unmodified SDK client and the AWS CLI.
 * @throws StartError where the port is taken.
 */
export const startDataPlane = ({
	publish,
	shadows,
	maxPayloadBytes = defaultMaxPayloadBytes,
	...service
}: DataPlaneOptions): Promise<AwsService> =>
	serveAws({
		...service,
		option: '--iot-data-port',
		name: 'data plane',
		answer: async (request, url) => {
			if (shadows && isShadowRequest(url)) {
				const { answer, told } = await answerShadowRequest(request, url, shadows.of, maxPayloadBytes)
				await shadows.tell(told)
				return answer
			}
			const { topic, payload, qos, retain } = await readPublish(request, maxPayloadBytes)
			await publish(topic, payload, { qos, retain })
			return { message: 'OK' }
		},
		errorOf: (fault) =>
			fault instanceof UnacceptableMessage ? new AwsError(400, 'InvalidRequestException', fault.message) : undefined,
	})
