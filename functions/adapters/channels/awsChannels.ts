import type { MessageSender } from '../../../shared/ports/channel.ts'
import { onFirstUse } from '../lambda/onFirstUse.ts'
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
	const secrets = new SsmSecrets(
		onFirstUse(async () => new (await import('../clients/ssm.ts')).SSMClient({})),
		Date.now,
	)
	const clients = {
		sns: onFirstUse(async () => new (await import('../clients/sns.ts')).SNSClient({})),
		iot: onFirstUse(
			async () => new (await import('../clients/iotData.ts')).IoTDataPlaneClient({ endpoint: iotEndpoint(endpoint) }),
		),
	}
	return new ChannelSender(secrets, clients, { allowsLoopback, timeoutMs: TIMEOUT_MS })
}
