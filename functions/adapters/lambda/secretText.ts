import { readFile } from 'node:fs/promises'
import type { SSMClient } from '@aws-sdk/client-ssm'

const FILE = 'file:'
let client: SSMClient | undefined

/**
 * A secret by its name in the Parameter Store (SecureString), or on one machine by its file: `file:/…/name`. Neither the
 * template nor the environment holds the secret itself.
 * @throws when it is not there or may not be read
 */
export async function secretText(name: string): Promise<string> {
	if (name.startsWith(FILE)) return readFile(name.slice(FILE.length), 'utf8')
	const { GetParameterCommand, SSMClient } = await import('../clients/ssm.ts')
	client ??= new SSMClient({})
	const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }))
	if (Parameter?.Value === undefined) throw new Error(`the parameter ${name} has no value`)
	return Parameter.Value
}
