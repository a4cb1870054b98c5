import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { StartError } from '../local/startError.ts'
import { OtherKeys } from './copyTable.ts'
import { NewerLayout } from './migrate.ts'

/** Runs it; what the person can mend becomes a StartError with its remedy, any other fault escapes as it is. */
export const explained = async (run: () => Promise<void>): Promise<void> => {
	try {
		await run()
	} catch (cause) {
		throw explanationOf(cause) ?? cause
	}
}

function explanationOf(cause: unknown): StartError | undefined {
	if (cause instanceof ResourceNotFoundException)
		return new StartError({
			message: 'There is no such table in this account and region.',
			remedy: 'The outputs RegistryTable and ScoresTable of the stack have the names; AWS_REGION says the region.',
		})
	if (cause instanceof NewerLayout || cause instanceof OtherKeys)
		return new StartError({ message: cause.message, remedy: 'Nothing was changed.' })
	if (!(cause instanceof Error)) return undefined
	const code = 'code' in cause ? String(cause.code) : ''
	if (/^(ENOENT|EACCES|EISDIR|EEXIST)$/.test(code))
		return new StartError({
			message: `The file cannot be read or written: ${cause.message}`,
			remedy: 'Name another one.',
		})
	if (cause.name === 'CredentialsProviderError' || /Region is missing/.test(cause.message))
		return new StartError({
			message: 'There are no AWS credentials here, or no region.',
			remedy: 'Sign in as for the AWS CLI (AWS_PROFILE, AWS_REGION), then try again.',
		})
	if (/^(AccessDenied|UnrecognizedClient|ExpiredToken)/.test(cause.name))
		return new StartError({
			message: `AWS does not allow it: ${cause.message}`,
			remedy: 'It needs dynamodb:Query, GetItem, PutItem and UpdateItem on the tables; an export only the first two.',
		})
	return undefined
}
