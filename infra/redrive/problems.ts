import { QueueDoesNotExist } from '@aws-sdk/client-sqs'
import { StartError } from '../local/startError.ts'

/** Runs it; what the person can mend becomes a StartError with its remedy, any other fault escapes as it is. */
export const explained = async (run: () => Promise<void>): Promise<void> => {
	try {
		await run()
	} catch (cause) {
		throw explanationOf(cause) ?? cause
	}
}

const explanationOf = (cause: unknown): StartError | undefined => {
	if (cause instanceof QueueDoesNotExist)
		return new StartError({
			message: 'There is no such queue in this account and region.',
			remedy:
				'Check the URLs; the stack’s outputs DeadLetterQueueUrl, RuleErrorsQueueUrl and TelemetryQueueUrl have them.',
		})
	const name = cause instanceof Error ? cause.name : ''
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
	if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/.test(code))
		return new StartError({
			message: `The queue's address does not answer (${code}).`,
			remedy: 'Check the URL and the network; the local edition must be running (`npm start`).',
		})
	if (name === 'CredentialsProviderError')
		return new StartError({
			message: 'There are no AWS credentials here.',
			remedy: 'Sign in as for the AWS CLI (`aws configure`, `aws sso login`, or AWS_PROFILE), then try again.',
		})
	if (/^(AccessDenied|InvalidClientTokenId|ExpiredToken)/.test(name))
		return new StartError({
			message: `AWS does not allow it: ${cause instanceof Error ? cause.message : name}`,
			remedy:
				'It needs sqs:ReceiveMessage, DeleteMessage, ChangeMessageVisibility and GetQueueAttributes on the source, sqs:SendMessage on the target.',
		})
	return undefined
}
