import type { LambdaClient } from '@aws-sdk/client-lambda'

/** Another function of the service, which may do what this one may not. */
export class AskedFunction {
	readonly #name: string
	#client: LambdaClient | undefined

	constructor(name: string, client?: LambdaClient) {
		this.#name = name
		this.#client = client
	}

	/** @returns what it answers. @throws where it fails, with the name of its fault */
	async ask(event: object): Promise<unknown> {
		// Loaded with the first question: most processes ask none.
		const { InvokeCommand, LambdaClient } = await import('../clients/lambda.ts')
		// Once: a second try would be a second message, or a second certificate.
		this.#client ??= new LambdaClient({ maxAttempts: 1 })
		const Payload = new TextEncoder().encode(JSON.stringify(event))
		const answer = await this.#client.send(new InvokeCommand({ FunctionName: this.#name, Payload }))
		const said: unknown = JSON.parse(new TextDecoder().decode(answer.Payload))
		if (answer.FunctionError === undefined) return said
		throw new Error(`${this.#name} failed: ${JSON.stringify(said).slice(0, 300)}`)
	}
}
