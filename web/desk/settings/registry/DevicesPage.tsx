import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Chips } from '../../../components/Chips.tsx'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { useQuery } from '../../../routing/navigation.ts'
import { Settings } from '../Settings.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { ListActions } from './ListActions.tsx'
import { matches } from './matches.ts'
import { placesOf } from './places.ts'
import { ReadOnly } from './ReadOnly.tsx'
import { registryWords } from './registryWords.ts'
import { SearchField } from './SearchField.tsx'
import { deviceSheet } from './sheet/deviceColumns.ts'

/** Every device of the registry. */
export const DevicesPage = () => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const query = useQuery()
	const registry = useApi<RegistryView>('/api/registry')
	const view = registry.state.is === 'ready' ? registry.state.value : undefined
	const shown = view === undefined ? [] : shownDevices(view, query)
	return (
		<Settings
			note={view === undefined ? ' ' : t.devicesNote(view.devices.length)}
			actions={view && <ListActions sheet={deviceSheet} shown={shown} />}
		>
			<Live of={registry} skeleton={<Skeleton lines={10} tall />}>
				{({ devices, ...others }) =>
					devices.length === 0 ? (
						<Notice icon="device" title={t.noDevices}>
							{t.noDevicesNote}
						</Notice>
					) : (
						<div class="stack">
							<ReadOnly />
							<div class="row filters">
								<SearchField />
								<Chips
									name="kind"
									label={t.kind}
									choices={[
										{ value: '', label: t.everyKind, count: devices.length },
										...[...Map.groupBy(devices, ({ kind }) => kind)].map(([value, own]) => ({
											value,
											label: t[value],
											count: own.length,
										})),
									]}
								/>
							</div>
							<DeviceTable devices={shown} places={placesOf({ devices, ...others }, language)} />
						</div>
					)
				}
			</Live>
		</Settings>
	)
}

const shownDevices = (view: RegistryView, query: URLSearchParams): RegistryView['devices'] => {
	const kind = query.get('kind') ?? ''
	const [zh, en] = [placesOf(view, 'zh'), placesOf(view, 'en')]
	return view.devices.filter(
		(device) =>
			(kind === '' || device.kind === kind) &&
			matches(query.get('q') ?? '', [
				...[
					device.id,
					device.name.zh,
					device.name.en,
					device.courtyard,
					device.eui,
					device.mn,
					device.serial,
					device.model,
					device.gateway,
				],
				...[zh, en].flatMap((places) => [places.courtyard(device.courtyard), places.villageOf(device.courtyard)]),
			]),
	)
}
