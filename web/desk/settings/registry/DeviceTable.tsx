import type { Device } from '../../../../shared/contract/registry/registry.ts'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { useNow } from '../../../components/useNow.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { ChangeLink } from './ChangeLink.tsx'
import { settingsOf, standingOf } from './deviceFacts.ts'
import { NoHit } from './NoHit.tsx'
import type { Places } from './places.ts'
import { registryWords } from './registryWords.ts'

/** Devices with what is set for them; each row leads to the device itself. */
export const DeviceTable = ({ devices, places }: { devices: readonly Device[]; places: Places }) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const now = useNow()
	const columns: readonly Column<Device>[] = [
		{
			id: 'name',
			title: t.device,
			cell: ({ name, id }) => (
				<span class="named">
					{name[language]}
					<code class="small grey">{id}</code>
				</span>
			),
			key: ({ name }) => name[language],
		},
		{ id: 'kind', title: t.kind, cell: ({ kind }) => t[kind], key: ({ kind }) => t[kind] },
		{
			id: 'courtyard',
			title: t.courtyard,
			cell: ({ courtyard }) => (
				<span class="named">
					{places.courtyard(courtyard)}
					<span class="small grey">{places.villageOf(courtyard)}</span>
				</span>
			),
			key: ({ courtyard }) => `${places.villageOf(courtyard)} ${places.courtyard(courtyard)}`,
		},
		{
			id: 'settings',
			title: t.settings,
			cell: (device) => {
				const settings = settingsOf(device, language)
				return settings.length === 0 ? undefined : <span class="small">{settings.join(' · ')}</span>
			},
		},
		{
			id: 'state',
			title: t.state,
			cell: (device) => {
				const standing = standingOf(device, now)
				if (standing.is === 'inService') return <span class="grey">{t.inService}</span>
				if (standing.is === 'repair') return <span class="badge badge-open">{t.repair}</span>
				return <span class="badge">{t[standing.is](standing.day)}</span>
			},
			key: (device) => standingOf(device, now).is,
		},
		...(isAdmin()
			? [
					{
						id: 'change',
						title: '',
						isPlain: true,
						cell: ({ id, name }: Device) => <ChangeLink room="devices" id={id} name={name[language]} />,
					},
				]
			: []),
	]
	return (
		<DataTable
			caption={t.device}
			columns={columns}
			rows={devices}
			id={({ id }) => id}
			href={({ id }) => `/desk/devices/${encodeURIComponent(id)}`}
			sort="courtyard"
			empty={<NoHit filters={['kind']} />}
		/>
	)
}
