import type { Device, RegistryView } from '../../../../shared/contract/registry.ts'
import { Chips } from '../../../components/Chips.tsx'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { useQuery } from '../../../routing/navigation.ts'
import { Settings } from '../Settings.tsx'
import { matches } from './matches.ts'
import { NoHit } from './NoHit.tsx'
import { registryWords } from './registryWords.ts'
import { SearchField } from './SearchField.tsx'

/** Every device of the registry. */
export const DevicesPage = () => {
	const t = useWords(registryWords)
	const registry = useApi<RegistryView>('/api/registry')
	const count = registry.state.is === 'ready' ? registry.state.value.devices.length : undefined
	return (
		<Settings note={count === undefined ? ' ' : t.devicesNote(count)}>
			<Live of={registry} skeleton={<Skeleton lines={10} tall />}>
				{(view) => <Devices {...view} />}
			</Live>
		</Settings>
	)
}

const Devices = ({ devices, courtyards, villages }: RegistryView) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const query = useQuery()
	if (devices.length === 0)
		return (
			<Notice icon="device" title={t.noDevices}>
				{t.noDevicesNote}
			</Notice>
		)
	const yards = new Map(courtyards.map((courtyard) => [courtyard.id, courtyard]))
	const places = new Map(villages.map(({ id, name }) => [id, name[language]]))
	const yardOf = ({ courtyard }: Device) => yards.get(courtyard)?.name[language] ?? courtyard
	const villageOf = ({ courtyard }: Device) => places.get(yards.get(courtyard)?.village ?? '') ?? '—'
	const kinds = Map.groupBy(devices, ({ kind }) => kind)
	const kind = query.get('kind') ?? ''
	const shown = devices.filter(
		(device) =>
			(kind === '' || device.kind === kind) &&
			matches(query.get('q') ?? '', [
				device.id,
				device.name.zh,
				device.name.en,
				device.courtyard,
				yardOf(device),
				villageOf(device),
				device.eui,
				device.mn,
				device.model,
			]),
	)
	const columns: readonly Column<Device>[] = [
		{ id: 'name', title: t.device, cell: ({ name }) => name[language], key: ({ name }) => name[language] },
		{ id: 'id', title: t.id, cell: ({ id }) => <code>{id}</code>, key: ({ id }) => id },
		{ id: 'kind', title: t.kind, cell: (device) => t[device.kind], key: (device) => t[device.kind] },
		{ id: 'courtyard', title: t.courtyard, cell: yardOf, key: yardOf },
		{ id: 'village', title: t.village, cell: villageOf, key: villageOf },
	]
	return (
		<div class="stack">
			<div class="row filters">
				<SearchField />
				<Chips
					name="kind"
					label={t.kind}
					choices={[
						{ value: '', label: t.everyKind, count: devices.length },
						...[...kinds].map(([value, own]) => ({ value, label: t[value], count: own.length })),
					]}
				/>
			</div>
			<DataTable
				caption={t.device}
				columns={columns}
				rows={shown}
				id={({ id }) => id}
				href={({ id }) => `/desk/devices/${encodeURIComponent(id)}`}
				sort="courtyard"
				empty={<NoHit filters={['kind']} />}
			/>
		</div>
	)
}
