import '../settings.css'
import { topicOf } from '../../../../shared/contract/registry/mosquittoCommand.ts'
import type { Device, RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Page } from '../../../components/Page.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import type { PageProps } from '../../../routing/Routes.tsx'
import { isAdmin } from '../isAdmin.ts'
import { CopyCommand } from './CopyCommand.tsx'
import { Certificates } from './certificate/Certificates.tsx'
import { certificateWords } from './certificate/certificateWords.ts'
import { formWords } from './formWords.ts'

/** What a registered device needs to be heard: its certificate, or its gateway. */
export const ConnectPage = ({ params: { id = '' } }: PageProps) => {
	const t = useWords(formWords)
	const language = useLanguage()
	const registry = useApi<RegistryView>('/api/registry')
	const known = registry.state.is === 'ready' ? registry.state.value.devices.find((one) => one.id === id) : undefined
	return (
		<Page
			title={t.connect(known?.name[language] ?? id)}
			within={[
				{ href: '/desk/settings', label: t.settings },
				{ href: '/desk/settings/devices', label: t.devices },
			]}
		>
			<Live of={registry} skeleton={<Skeleton lines={6} tall />}>
				{({ devices }) => {
					const device = devices.find((one) => one.id === id)
					return device === undefined ? (
						<Notice icon="search" title={t.missing}>
							{t.missingNote}
						</Notice>
					) : (
						<Connect device={device} gateway={devices.find((one) => one.id === device.gateway)} />
					)
				}}
			</Live>
		</Page>
	)
}

const Connect = ({ device, gateway }: { device: Device; gateway: Device | undefined }) => {
	const t = useWords(formWords)
	const c = useWords(certificateWords)
	const language = useLanguage()
	const { id, kind, courtyard, serial } = device
	return (
		<div class="stack connect">
			{gateway ? (
				<section class="card stack">
					<h2>{t.registered}</h2>
					<p>{t.byGateway(gateway.name[language])}</p>
				</section>
			) : (
				<section class="card stack">
					<h2>{c.title}</h2>
					<p>{c.what}</p>
					{serial !== undefined && <p>{t.bySerial(serial)}</p>}
					{isAdmin() ? <Certificates device={{ id, kind, courtyard }} /> : <p>{c.byAdmin}</p>}
					<details>
						<summary>{c.byCommand}</summary>
						<div class="stack">
							<p>{c.byCommandNote}</p>
							<CopyCommand command={`npm run device -- certificate --id ${id}`} />
						</div>
					</details>
				</section>
			)}
			{!gateway && (
				<section class="card stack">
					<h2>{kind === 'display' ? t.listens : t.publishes}</h2>
					<p>
						<code>{topicOf(device)}</code>
					</p>
				</section>
			)}
			<div class="row">
				<a class="button-quiet" href={`/desk/devices/${encodeURIComponent(id)}`}>
					{t.seeDevice}
				</a>
				{isAdmin() && (
					<a class="button-quiet" href="/desk/settings/devices/add">
						{t.addAnother}
					</a>
				)}
			</div>
		</div>
	)
}
