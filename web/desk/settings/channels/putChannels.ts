import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import { api } from '../../../data/api.ts'
import type { Answer } from '../../../data/request.ts'

/** Changes the list as it is now, not as the page saw it: another administrator may have changed it meanwhile. */
export const putChannels = async (
	change: (channels: readonly Channel[]) => readonly unknown[],
): Promise<Answer<unknown>> => {
	const now = await api<{ channels: Channel[] }>('/api/channels')
	if (now.is !== 'ready') return now
	return api('/api/channels', { method: 'PUT', body: { channels: change(now.value.channels) } })
}
