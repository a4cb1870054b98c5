import { SQSClient } from '@aws-sdk/client-sqs'
import { localCredentials } from '../local/lambda/localCredentials.ts'
import { StartError } from '../local/startError.ts'

/** A queue by its address, with a client that reaches it: on AWS, in China, or at any other endpoint. */
export type QueueAt = { readonly url: string; readonly client: SQSClient }

const awsHost = /^(?:sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|([a-z0-9-]+)\.queue\.amazonaws\.com(?:\.cn)?)$/

/**
 * The region stands in the URL of a queue; at other addresses it is that of the environment. On this machine the
 * credentials of the local edition serve. Throws a StartError for a text that is no URL of a queue.
 */
export const queueAt = (url: string): QueueAt => {
	const { hostname, origin, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', origin: '', pathname: '' }
	if (pathname.split('/').length !== 3)
		throw new StartError({
			message: `${url} is not the URL of a queue.`,
			remedy: 'It looks like https://sqs.<region>.amazonaws.com/<account>/<name>; see docs/operations.md.',
		})
	const [, region, legacyRegion] = awsHost.exec(hostname) ?? []
	const on = region ?? legacyRegion
	if (on !== undefined) return { url, client: new SQSClient({ region: on }) }
	if (!/^(127\.0\.0\.1|localhost)$/.test(hostname)) return { url, client: new SQSClient({ endpoint: origin }) }
	return { url, client: new SQSClient({ region: 'us-east-1', endpoint: origin, credentials: localCredentials }) }
}
