import { useState } from 'preact/hooks'
import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import type { Rung } from '../../../../shared/contract/profile/profile.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { Field } from '../../../forms/Field.tsx'
import { FormErrors } from '../../../forms/FormErrors.tsx'
import { useForm } from '../../../forms/useForm.ts'
import { commonWords } from '../../../i18n/commonWords.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { AudienceFields } from './AudienceFields.tsx'
import { byField, channelOf, formOf, freshForm, newId, withChannel } from './channelForm.ts'
import { channelFormWords } from './channelFormWords.ts'
import { channelsWords } from './channelsWords.ts'
import { putChannels } from './putChannels.ts'
import { SecretHelp } from './SecretHelp.tsx'

interface ChannelDialogProps {
	/** Absent: a new one. */
	readonly channel: Channel | undefined
	readonly channels: readonly Channel[]
	readonly places: Pick<RegistryView, 'townships' | 'villages' | 'courtyards'>
	readonly ladder: readonly Rung[]
	readonly onClose: () => void
	readonly onDone: () => void
}

/** The form of a channel; which questions it asks goes by its kind. */
export const ChannelDialog = ({ channel, channels, places, ladder, onClose, onDone }: ChannelDialogProps) => {
	const t = useWords(channelFormWords)
	const kinds = useWords(channelsWords)
	const common = useWords(commonWords)
	const [id] = useState(() => channel?.id ?? newId(channels))
	const form = useForm(
		channel ? formOf(channel) : freshForm(id, places.townships[0]?.id ?? ''),
		async (said) =>
			byField(await putChannels((all) => withChannel(all, channelOf(id, said, channel?.isPaused ?? false)))),
		onDone,
	)
	const { kind } = form.values
	const wrong = { name: t.nameWrong, url: t.urlWrong, secret: t.secretWrong, topic: t.topicWrong }
	const field = (name: keyof typeof wrong, label: string, hint: string) => (
		<Field
			name={name}
			label={label}
			hint={hint}
			error={form.errors.fields[name] && wrong[name]}
			value={form.values[name]}
			onValue={(value) => form.set(name, value)}
		/>
	)
	const hints: Record<string, string> = { wecom: t.wecomHint, webhook: t.webhookHint, sns: t.snsHint, mqtt: t.mqttHint }
	return (
		<Dialog title={channel ? t.editTitle(channel.name) : t.addTitle} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<Field
					name="kind"
					kind="choice"
					label={t.kind}
					hint={hints[kind] ?? ''}
					value={kind}
					onValue={(value) => form.set('kind', value)}
					choices={(['wecom', 'webhook', 'sns', 'mqtt'] as const).map((value) => ({ value, label: kinds[value] }))}
				/>
				{field('name', t.name, t.nameHint)}
				{kind === 'webhook' && field('url', t.url, t.urlHint)}
				{(kind === 'webhook' || kind === 'wecom') && (
					<div class="stack">
						{field('secret', t.secret, t.secretHint)}
						<SecretHelp name={form.values.secret} />
					</div>
				)}
				{kind === 'wecom' && field('url', t.robotUrl, t.robotUrlHint)}
				{kind === 'sns' && field('topic', t.topic, t.topicHint)}
				<AudienceFields form={form} places={places} ladder={ladder} />
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<p class="small grey">{t.afterwards}</p>
				<div class="row apart">
					<button type="submit" class="button" disabled={form.state === 'sending'}>
						{form.state === 'sending' ? t.saving : common.save}
					</button>
					{channel && <Remove id={channel.id} onDone={onDone} />}
				</div>
			</form>
		</Dialog>
	)
}

/** Asks once more before it removes. */
const Remove = ({ id, onDone }: { id: string; onDone: () => void }) => {
	const t = useWords(channelFormWords)
	const [isSure, setSure] = useState(false)
	const remove = async (): Promise<void> => {
		const answer = await putChannels((all) => all.filter((one) => one.id !== id))
		if (answer.is === 'ready') onDone()
	}
	return (
		<button type="button" class="button-danger" onClick={() => (isSure ? void remove() : setSure(true))}>
			{isSure ? t.removeSure : t.remove}
		</button>
	)
}
