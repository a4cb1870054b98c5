import type { MessageSender } from '../../shared/ports/channel.ts'
import type { ChannelBook } from '../../shared/ports/channelBook.ts'
import type { Links } from '../../shared/ports/links.ts'
import type { ChannelStates, Outbox } from '../../shared/ports/outbox.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'
import type { TaskStore, UntoldTasks } from '../../shared/ports/taskStore.ts'

export type NotifyPorts = {
	registry: RegistryReader
	channels: Pick<ChannelBook, 'list'>
	tasks: Pick<TaskStore, 'get'> & UntoldTasks
	outbox: Outbox
	states: ChannelStates
	sender: MessageSender
	links?: Links
	clock: () => number
}
