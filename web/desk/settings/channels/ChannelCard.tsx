import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import type { ChannelHealth } from '../../../../shared/contract/alert/outbox.ts'
import type { Rung } from '../../../../shared/contract/profile/profile.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Since } from '../../../components/Since.tsx'
import { useNow } from '../../../components/useNow.ts'
import { date, since } from '../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { ChannelTest } from './ChannelTest.tsx'
import { carried } from './carried.ts'
import { channelsWords } from './channelsWords.ts'
import { putChannels } from './putChannels.ts'

interface ChannelCardProps {
	readonly channel: Channel
	/** Absent while it is not known yet. */
	readonly health: ChannelHealth | undefined
	readonly places: Pick<RegistryView, 'townships' | 'villages' | 'courtyards'>
	readonly ladder: readonly Rung[]
	/** Absent for those who only look. */
	readonly onEdit: (() => void) | undefined
	readonly onChanged: () => void
}

const badgeOf = {
	working: 'badge badge-accepted',
	failing: 'badge badge-red',
	paused: 'badge badge-open',
	unused: 'badge',
}

/** One channel: what it is, whom it is for, how it does, what can be done. */
export const ChannelCard = ({ channel, health, places, ladder, onEdit, onChanged }: ChannelCardProps) => {
	const t = useWords(channelsWords)
	const language = useLanguage()
	const pause = async (): Promise<void> => {
		await putChannels((all) => all.map((one) => (one.id === channel.id ? { ...one, isPaused: !one.isPaused } : one)))
		onChanged()
	}
	const address = 'url' in channel ? channel.url : channel.kind === 'sns' ? channel.topic : undefined
	return (
		<article class="card stack" aria-label={channel.name}>
			<header class="row apart">
				<div>
					<h2>{channel.name}</h2>
					<p class="grey small">{t[channel.kind]}</p>
				</div>
				{health && <span class={badgeOf[health.status]}>{t[health.status]}</span>}
			</header>
			<dl class="channel-facts">
				<dt>{t.forWhom}</dt>
				<dd>{carried(channel, places, ladder, language)}</dd>
				{address && (
					<>
						<dt>{t.where}</dt>
						<dd>{readable(address)}</dd>
					</>
				)}
				{'secret' in channel && (
					<>
						<dt>{t.secret}</dt>
						<dd>
							<code>{channel.secret}</code>
						</dd>
					</>
				)}
			</dl>
			{health && <Health health={health} />}
			{onEdit && (
				<ChannelTest channel={channel}>
					<button type="button" class="button-quiet" onClick={onEdit}>
						{t.edit}
					</button>
					<button type="button" class="button-quiet" onClick={() => void pause()}>
						{channel.isPaused ? t.resume : t.pause}
					</button>
				</ChannelTest>
			)}
		</article>
	)
}

const Health = ({ health }: { health: ChannelHealth }) => {
	const t = useWords(channelsWords)
	const language = useLanguage()
	const now = useNow()
	const { lastSuccessAt, lastFailure, waiting, nextTryAt, givenUp } = health
	return (
		<dl class="channel-facts channel-health">
			<dt>{t.lastSuccess}</dt>
			<dd>{lastSuccessAt ? <Since at={lastSuccessAt} /> : t.never}</dd>
			<dt>{t.lastFailure}</dt>
			<dd>
				{lastFailure ? (
					<>
						<Since at={lastFailure.at} />
						<span class="channel-reason">{lastFailure.reason[language]}</span>
					</>
				) : (
					t.never
				)}
			</dd>
			<dt>{t.waiting}</dt>
			<dd>
				{t.news(waiting)}
				{nextTryAt && Date.parse(nextTryAt) > now && waiting > 0 && (
					<span class="grey"> · {t.nextTry(since(nextTryAt, now, language))}</span>
				)}
			</dd>
			<dt>{t.givenUp}</dt>
			<dd>
				{givenUp ? (
					<>
						{t.news(givenUp.news)}
						<span class="grey"> · {t.givenUpLast(date(givenUp.at, language))}</span>
					</>
				) : (
					t.never
				)}
			</dd>
		</dl>
	)
}

/** An address as people read it: names in Chinese, not in percent signs. */
const readable = (address: string): string => {
	try {
		return decodeURI(address)
	} catch {
		return address
	}
}
