import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import type { ChannelTestView } from '../../../../shared/contract/alert/channelTest.ts'
import { Icon } from '../../../components/Icon.tsx'
import { api } from '../../../data/api.ts'
import type { Answer } from '../../../data/request.ts'
import { problemText } from '../../../forms/problemText.ts'
import { commonWords } from '../../../i18n/commonWords.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { channelsWords } from './channelsWords.ts'

/** A page of the local edition that shows what was sent to this machine. */
const RECEIVER = '/local-receiver'

/** Sends a test over a channel and says what came of it. @param children other buttons of the row */
export const ChannelTest = ({ channel, children }: { channel: Channel; children: ComponentChildren }) => {
	const t = useWords(channelsWords)
	const [answer, setAnswer] = useState<Answer<ChannelTestView>>()
	const [isSending, setSending] = useState(false)
	const send = async (): Promise<void> => {
		setSending(true)
		setAnswer(undefined)
		setAnswer(await api(`/api/channels/${encodeURIComponent(channel.id)}/test`, { method: 'POST' }))
		setSending(false)
	}
	const isHere = 'url' in channel && channel.url !== undefined && new URL(channel.url).pathname.startsWith(RECEIVER)
	return (
		<div>
			<div class="row">
				<button type="button" class="button-quiet" disabled={isSending} onClick={() => void send()}>
					{isSending ? t.testing : t.test}
				</button>
				{children}
			</div>
			<div role="status">{answer && <Outcome answer={answer} seeAt={isHere ? channel.url : undefined} />}</div>
		</div>
	)
}

const Outcome = ({ answer, seeAt }: { answer: Answer<ChannelTestView>; seeAt: string | undefined }) => {
	const t = useWords(channelsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	if (answer.is === 'offline') return <p class="channel-bad">{common.offline}</p>
	if (answer.is === 'refused') return <p class="channel-bad">{problemText(answer.problem, language)}</p>
	if (answer.is === 'unchanged') return null
	const { status, reason, courtyard, error } = answer.value
	if (status === 'failed')
		return (
			<div class="channel-outcome channel-bad">
				<Icon name="warning" />
				<div>
					<strong>{t.notDelivered}</strong>
					<p>{reason?.[language]}</p>
					<p class="small grey">
						{t.asSaid}: <code>{error}</code>
					</p>
				</div>
			</div>
		)
	return (
		<p class="channel-outcome channel-good">
			<Icon name="check" />
			<span>
				<strong>{t.delivered}</strong> {courtyard && t.heardIn(courtyard.name[language])}{' '}
				{seeAt && (
					<a href={new URL(RECEIVER, seeAt).href} target="_blank" rel="noreferrer">
						{t.seeHere}
					</a>
				)}
			</span>
		</p>
	)
}
