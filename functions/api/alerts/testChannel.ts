import type { ChannelTestView } from '../../../shared/contract/alert/channelTest.ts'
import { notFound, type Outcome, ok, unprocessable } from '../../../shared/contract/http/outcome.ts'
import { failureWords } from '../../../shared/domain/alert/failureWords.ts'
import { testCourtyard } from '../../../shared/domain/alert/testMessage.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { countWithin } from '../http/countWithin.ts'
import { signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

/** Whoever sets up a channel tries it several times; a group that is sent more than this has reason to complain. */
const TESTS_AN_HOUR = 10
const HOUR = 3_600_000

type Ports = Pick<ApiPorts, 'channels' | 'channelTester' | 'registry' | 'tally' | 'now'>

/** Sends a test message over a channel, and says whether it arrived. No task, and nothing of the outbox, changes. */
export async function testChannel(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const channel = (await ports.channels.list()).find((one) => one.id === id)
	if (!channel) return notFound({ zh: `通知渠道“${id}”`, en: `channel "${id}"` })
	const refused = await countWithin(ports, [{ name: `channel-test.${id}`, most: TESTS_AN_HOUR, window: HOUR }])
	if (refused) return refused
	const tested = await ports.channelTester.test({ channel: id, by: signatureOf(viewer) })
	if (tested.is === 'nowhere')
		return unprocessable({
			zh: `通知渠道“${id}”没有对应任何院落。`,
			en: `No courtyard is told by the channel "${id}".`,
		})
	const at = ports.now()
	const courtyard =
		channel.kind === 'mqtt' ? testCourtyard(channel, await ports.registry.current(), shanghaiDay(at)) : undefined
	const error = tested.is === 'failed' ? tested.error : null
	const view: ChannelTestView = {
		status: error === null ? 'delivered' : 'failed',
		at: new Date(at).toISOString(),
		courtyard: courtyard ? { id: courtyard.id, name: courtyard.name } : null,
		reason: error === null ? null : failureWords(error),
		error,
	}
	return ok(view)
}
