import { localCredentials } from './localCredentials.ts'
import { functionArnVariable } from './protocol.ts'

export type FunctionIdentity = {
	readonly name: string
	readonly arn: string
	readonly region: string
	readonly assetDir: string
	readonly handler: string
	/** MB; also the bound of the process's heap. */
	readonly memorySize: number
}

/**
 * The whole environment of a function's process: the template's variables, what Lambda adds, and the addresses of the
 * local services. Nothing of the environment that the program was started in, so that a function cannot come to depend
 * on it, and no real credentials reach it unless the caller passes them with the addresses.
 */
export const functionEnvironment = (
	identity: FunctionIdentity,
	variables: Readonly<Record<string, string>>,
	endpoints: Readonly<Record<string, string>>,
): Record<string, string> => ({
	PATH: process.env.PATH ?? '',
	LANG: 'en_US.UTF-8',
	TZ: ':UTC',
	AWS_REGION: identity.region,
	AWS_DEFAULT_REGION: identity.region,
	AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
	AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
	AWS_LAMBDA_FUNCTION_NAME: identity.name,
	AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
	AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(identity.memorySize),
	AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${identity.name}`,
	AWS_LAMBDA_LOG_STREAM_NAME: 'local',
	AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
	LAMBDA_TASK_ROOT: identity.assetDir,
	...endpoints,
	...variables,
	_HANDLER: identity.handler,
	[functionArnVariable]: identity.arn,
})
