import type { DeviceView } from '../../../shared/contract/score/liveViews.ts'
import { Band } from '../../components/Band.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Since } from '../../components/Since.tsx'
import { useNow } from '../../components/useNow.ts'
import { scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { DeviceStateMark } from '../DeviceStateMark.tsx'
import { deviceState } from '../deviceState.ts'
import { mainValues } from '../values.ts'
import { courtyardWords } from './courtyardWords.ts'

const iconOf = { toilet: 'toilet', waste: 'waste', sewage: 'sewage', display: 'wall', gateway: 'device' } as const

/** The devices of a courtyard with their state and what they showed last. */
export const DeviceTable = ({ devices }: { devices: readonly DeviceView[] }) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const now = useNow()
	const columns: readonly Column<DeviceView>[] = [
		{
			id: 'device',
			title: t.device,
			cell: ({ kind, name }) => (
				<span class="nowrap">
					<Icon name={iconOf[kind]} /> {name[language]}
				</span>
			),
			key: ({ name }) => name[language],
		},
		{ id: 'state', title: t.state, cell: (device) => <DeviceStateMark state={deviceState(device, now)} /> },
		{
			id: 'index',
			title: t.index,
			isFigure: true,
			cell: ({ index, band }) =>
				index === null ? undefined : (
					<span class="index-and-band">
						<strong>{scoreText(index, 0, language)}</strong>
						<Band band={band} />
					</span>
				),
			key: ({ index }) => index,
		},
		{
			id: 'values',
			title: t.values,
			cell: ({ values, primary }) => {
				const main = mainValues(values, primary, language)
				if (main.length === 0) return undefined
				return (
					<span class="main-values figures">
						{main.map(({ name, title, text }) => (
							<span key={name} class={primary.includes(name) ? 'main-value-low' : undefined}>
								<span class="grey">{title}</span> {text}
							</span>
						))}
					</span>
				)
			},
		},
		{
			id: 'last',
			title: t.last,
			cell: ({ kind, lastReadingAt }) =>
				lastReadingAt === null && kind === 'display' ? undefined : (
					<span class="small grey nowrap">{lastReadingAt === null ? t.never : <Since at={lastReadingAt} />}</span>
				),
		},
	]
	return (
		<section class="stack">
			<h2>{t.devices}</h2>
			<DataTable
				caption={t.devices}
				columns={columns}
				rows={devices}
				id={({ id }) => id}
				href={({ id }) => `/desk/devices/${encodeURIComponent(id)}`}
				sort="index"
				empty={
					<Notice icon="device" title={t.noDevices}>
						{t.noDevicesNote}
					</Notice>
				}
			/>
		</section>
	)
}
