import './channels.css'
import { useState } from 'preact/hooks'
import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import type { ChannelHealth } from '../../../../shared/contract/alert/outbox.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Icon } from '../../../components/Icon.tsx'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { Settings } from '../Settings.tsx'
import { useProfileInForce } from '../useProfileInForce.ts'
import { ChannelCard } from './ChannelCard.tsx'
import { ChannelDialog } from './ChannelDialog.tsx'
import { channelsWords } from './channelsWords.ts'

const registryMs = 300_000
const noPlaces = { townships: [], villages: [], courtyards: [] }

/** How people are told: each channel with how it does, and what an administrator can do about it. */
export const ChannelsPage = () => {
	const t = useWords(channelsWords)
	const channels = useApi<{ channels: Channel[] }>('/api/channels')
	const health = useApi<{ channels: ChannelHealth[] }>('/api/alerts/channels')
	const registry = useApi<RegistryView>('/api/registry', { pollMs: registryMs })
	const profile = useProfileInForce()
	const [open, setOpen] = useState<Channel | 'new'>()
	const mayChange = isAdmin()
	const places = registry.state.is === 'ready' ? registry.state.value : noPlaces
	const ladder = profile.state.is === 'ready' ? profile.state.value.profile.triage.ladder : []
	const known = health.state.is === 'ready' ? health.state.value.channels : []
	const changed = () => {
		setOpen(undefined)
		channels.refresh()
		health.refresh()
	}
	const add = mayChange && (
		<button
			type="button"
			class="button"
			// What it can be for has to be known first.
			disabled={registry.state.is !== 'ready'}
			onClick={() => setOpen('new')}
		>
			<Icon name="plus" />
			{t.add}
		</button>
	)
	return (
		<Settings note={t.note} actions={add}>
			{!mayChange && <p class="grey">{t.readOnly}</p>}
			<Live of={channels} skeleton={<Skeleton lines={8} />}>
				{({ channels: all }) => (
					<>
						{all.length === 0 && (
							<Notice icon="bell" title={t.none}>
								{t.noneNote}
							</Notice>
						)}
						<ul class="channels">
							{all.map((channel) => (
								<li key={channel.id}>
									<ChannelCard
										channel={channel}
										health={known.find(({ id }) => id === channel.id)}
										places={places}
										ladder={ladder}
										onEdit={mayChange ? () => setOpen(channel) : undefined}
										onChanged={changed}
									/>
								</li>
							))}
						</ul>
						{open !== undefined && (
							<ChannelDialog
								channel={open === 'new' ? undefined : open}
								channels={all}
								places={places}
								ladder={ladder}
								onClose={() => setOpen(undefined)}
								onDone={changed}
							/>
						)}
					</>
				)}
			</Live>
		</Settings>
	)
}
