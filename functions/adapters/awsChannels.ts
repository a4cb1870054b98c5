import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { SNSClient } from '@aws-sdk/client-sns'
import { SSMClient } from '@aws-sdk/client-ssm'
import type { MessageSender } from '../../shared/ports/channel.ts'
import { ChannelSender } from './channelSender.ts'
import { iotEndpoint } from './iotAlertPublisher.ts'
import { SsmSecrets } from './ssmSecrets.ts'

/** What a receiver has to answer in, milliseconds. */
const TIMEOUT_MS = 5000

/**
 * Every kind of channel, with the clients of this account.
 * @param endpoint the account's data endpoint of AWS IoT
 */
export function awsChannels(endpoint: string, allowsLoopback: boolean): MessageSender {
	const secrets = new SsmSecrets(new SSMClient({}), Date.now)
	const iot = new IoTDataPlaneClient({ endpoint: iotEndpoint(endpoint) })
	return new ChannelSender(secrets, new SNSClient({}), iot, { allowsLoopback, timeoutMs: TIMEOUT_MS })
}
