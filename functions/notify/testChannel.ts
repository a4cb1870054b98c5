import type { ChannelTest, ChannelTested } from '../../shared/contract/alert/channelTest.ts'
import { testCourtyard, testMessage } from '../../shared/domain/alert/testMessage.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { NotifyPorts } from './ports.ts'

type Ports = Pick<NotifyPorts, 'registry' | 'channels' | 'sender' | 'clock'>

/**
 * Sends one test message over one channel, also over a paused one: whoever sets a channel up tries it first. Tasks, the
 * outbox and what is known of the channel stay as they are.
 */
export async function testChannel(ports: Ports, { channel: id, by }: ChannelTest): Promise<ChannelTested> {
	const [registry, channels] = await Promise.all([ports.registry.recent(), ports.channels.list()])
	const channel = channels.find((one) => one.id === id)
	if (!channel) return { is: 'nowhere' }
	const now = ports.clock()
	const courtyard = testCourtyard(channel, registry, shanghaiDay(now))
	if (channel.kind === 'mqtt' && !courtyard) return { is: 'nowhere' }
	return ports.sender.send(channel, testMessage(channel, courtyard?.id, by, now), `test ${id} ${now}`, now)
}
