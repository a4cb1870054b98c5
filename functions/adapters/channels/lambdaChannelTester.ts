import type { LambdaClient } from '@aws-sdk/client-lambda'
import { type ChannelTest, ChannelTested } from '../../../shared/contract/alert/channelTest.ts'
import type { ChannelTester } from '../../../shared/ports/channelTester.ts'
import { AskedFunction } from '../lambda/askedFunction.ts'

/** Asks `notify`, which alone may read the secrets of channels. */
export class LambdaChannelTester implements ChannelTester {
	readonly #notify: AskedFunction

	/** @param notify the name of the function */
	constructor(notify: string, client?: LambdaClient) {
		this.#notify = new AskedFunction(notify, client)
	}

	/** @throws where the function fails */
	async test(asked: ChannelTest): Promise<ChannelTested> {
		return ChannelTested.parse(await this.#notify.ask({ test: asked }))
	}
}
