import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { type ChannelTest, ChannelTested } from '../../shared/contract/channelTest.ts'
import type { ChannelTester } from '../../shared/ports/channelTester.ts'

/** Asks `notify`, which alone may read the secrets of channels. */
export class LambdaChannelTester implements ChannelTester {
	readonly #client: LambdaClient
	readonly #notify: string

	/** @param notify the name of the function; it is asked once: a second try would be a second message */
	constructor(notify: string, client = new LambdaClient({ maxAttempts: 1 })) {
		this.#client = client
		this.#notify = notify
	}

	/** @throws where the function fails, with the name of its fault */
	async test(asked: ChannelTest): Promise<ChannelTested> {
		const Payload = new TextEncoder().encode(JSON.stringify({ test: asked }))
		const answer = await this.#client.send(new InvokeCommand({ FunctionName: this.#notify, Payload }))
		const said: unknown = JSON.parse(new TextDecoder().decode(answer.Payload))
		if (answer.FunctionError !== undefined) throw new Error(`notify failed: ${JSON.stringify(said).slice(0, 300)}`)
		return ChannelTested.parse(said)
	}
}
