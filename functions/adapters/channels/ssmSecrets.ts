import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Secrets } from '../../../shared/ports/secrets.ts'
import { SecretUnavailable } from './channelSender.ts'

/** A changed secret counts after so long. */
const KEEP_MS = 300_000

/** Parameters of SSM, and secrets of Secrets Manager by SSM's reference. */
export class SsmSecrets implements Secrets {
	readonly #client: () => Promise<SSMClient>
	readonly #now: () => number
	readonly #known = new Map<string, { value: string; at: number }>()

	constructor(client: () => Promise<SSMClient>, now: () => number) {
		this.#client = client
		this.#now = now
	}

	async get(name: string): Promise<string> {
		const known = this.#known.get(name)
		if (known && this.#now() - known.at < KEEP_MS) return known.value
		const value = await this.#read(name)
		this.#known.set(name, { value, at: this.#now() })
		return value
	}

	async #read(Name: string): Promise<string> {
		const { GetParameterCommand } = await import('../clients/ssm.ts')
		const client = await this.#client()
		try {
			const { Parameter } = await client.send(new GetParameterCommand({ Name, WithDecryption: true }))
			if (Parameter?.Value) return Parameter.Value
		} catch (error) {
			throw new SecretUnavailable(
				`the secret ${Name} cannot be read (${error instanceof Error ? error.name : 'error'})`,
			)
		}
		throw new SecretUnavailable(`the secret ${Name} is empty`)
	}
}
