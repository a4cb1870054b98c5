import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'

/** Each is asked once: a second try would be a second message, or a second certificate. */
const askedOnce = (): LambdaClient => new LambdaClient({ maxAttempts: 1 })

/** Another function of the service, which may do what this one may not. */
export class AskedFunction {
	readonly #client: LambdaClient
	readonly #name: string

	constructor(name: string, client = askedOnce()) {
		this.#client = client
		this.#name = name
	}

	/** @returns what it answers. @throws where it fails, with the name of its fault */
	async ask(event: object): Promise<unknown> {
		const Payload = new TextEncoder().encode(JSON.stringify(event))
		const answer = await this.#client.send(new InvokeCommand({ FunctionName: this.#name, Payload }))
		const said: unknown = JSON.parse(new TextDecoder().decode(answer.Payload))
		if (answer.FunctionError === undefined) return said
		throw new Error(`${this.#name} failed: ${JSON.stringify(said).slice(0, 300)}`)
	}
}
