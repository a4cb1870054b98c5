import type { ChannelTest, ChannelTested } from '../contract/alert/channelTest.ts'

/** Sends a test message over a channel, by whoever may read its secret. */
export type ChannelTester = {
	test(asked: ChannelTest): Promise<ChannelTested>
}
