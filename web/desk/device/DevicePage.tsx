import './device.css'
import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { currentSession } from '../../signIn/session.ts'
import { DeviceCharts } from './DeviceCharts.tsx'
import { DeviceNow } from './DeviceNow.tsx'
import { Doubts } from './Doubts.tsx'
import { deviceWords } from './deviceWords.ts'
import { Repair } from './Repair.tsx'
import { Shelves } from './Shelves.tsx'
import { timeRange } from './timeRange.ts'
import { Visits } from './Visits.tsx'

/** The API looks at most once a second whether the registry has changed. */
const knownAfterMs = 1500

/** A device: how it does, what it measured, what keeps its alarms from people, and whether its data are to be trusted. */
export const DevicePage = ({ params: { id = '' } }: PageProps) => {
	const t = useWords(deviceWords)
	const path = `/api/devices/${encodeURIComponent(id)}`
	const device = useApi<DeviceDetails>(path)
	if (device.state.is === 'ready') return <Device device={device.state.value} path={path} refresh={device.refresh} />
	return (
		<Page title={t.title}>
			<Live of={device} skeleton={<Skeleton lines={8} tall />}>
				{() => null}
			</Live>
		</Page>
	)
}

const Device = ({ device, path, refresh }: { device: DeviceDetails; path: string; refresh: () => void }) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	useNow()
	// What has just begun has begun: the time that is told every half minute may lie before it.
	const now = Date.now()
	const changed = (): void => {
		refresh()
		setTimeout(refresh, knownAfterMs)
	}
	const range = timeRange(useQuery(), now)
	const { courtyard, courtyardName, villageName, name, kind, household } = device
	const isScored = kind === 'toilet' || kind === 'waste' || kind === 'sewage'
	return (
		<Page
			title={name[language]}
			note={[household ? t.household : t[kind], villageName?.[language], courtyardName[language]]
				.filter(Boolean)
				.join(' · ')}
			within={[
				{ href: '/desk/courtyards', label: t.courtyards },
				{ href: `/desk/courtyards/${encodeURIComponent(courtyard)}`, label: courtyardName[language] },
			]}
		>
			<div class="device-top">
				<DeviceNow device={device} now={now} />
				<div class="stack">
					{device.isYoursToRepair && <Repair device={device} path={path} now={now} changed={changed} />}
					<Shelves device={device} path={path} isStaff={currentSession()?.me.role !== 'village'} />
				</div>
			</div>
			{isScored && <DeviceCharts device={device} path={path} range={range} now={now} />}
			<div class="device-top">
				<Doubts device={device} now={now} />
				{household && <Visits path={path} now={now} />}
			</div>
		</Page>
	)
}
