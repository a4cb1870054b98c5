import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import '../settings.css'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Page } from '../../../components/Page.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { navigate, useQuery } from '../../../routing/navigation.ts'
import type { PageProps } from '../../../routing/Routes.tsx'
import { isAdmin } from '../isAdmin.ts'
import { EntryForm } from './EntryForm.tsx'
import { formWords } from './formWords.ts'
import type { Sheet } from './sheet/column.ts'
import { courtyardSheet } from './sheet/courtyardColumns.ts'
import { deviceSheet } from './sheet/deviceColumns.ts'

export const AddDevicePage = () => <EntryPage sheet={deviceSheet} />
export const AddCourtyardPage = () => <EntryPage sheet={courtyardSheet} />
export const ChangeDevicePage = ({ params }: PageProps) => <EntryPage sheet={deviceSheet} id={params.id} />
export const ChangeCourtyardPage = ({ params }: PageProps) => <EntryPage sheet={courtyardSheet} id={params.id} />

/** The form of a new entry, or of one that is registered. What the address says of a new one is filled in. */
const EntryPage = ({ sheet, id }: { sheet: Sheet; id?: string | undefined }) => {
	const t = useWords(formWords)
	const language = useLanguage()
	const query = useQuery()
	// Asked for once: what somebody is typing is not drawn anew under his hands.
	const registry = useApi<RegistryView>('/api/registry', { pollMs: 3_600_000 })
	const list = `/desk/settings/${sheet.room}`
	const known =
		registry.state.is === 'ready' ? registry.state.value[sheet.room].find((one) => one.id === id) : undefined
	const adding = sheet.room === 'devices' ? t.addDevice : t.addCourtyard
	const done = (saved: string): void => {
		const isNewDevice = sheet.room === 'devices' && id === undefined
		navigate(isNewDevice ? `${list}/${encodeURIComponent(saved)}/connect` : `${list}?q=${encodeURIComponent(saved)}`)
	}
	return (
		<Page
			title={id === undefined ? adding : t.change(known?.name[language] ?? id)}
			within={[
				{ href: '/desk/settings', label: t.settings },
				{ href: list, label: t[sheet.room] },
			]}
			actions={
				id !== undefined &&
				sheet.room === 'devices' && (
					<a class="button-quiet" href={`${list}/${encodeURIComponent(id)}/connect`}>
						{t.connectLink}
					</a>
				)
			}
		>
			{isAdmin() ? (
				<Live of={registry} skeleton={<Skeleton lines={10} tall />}>
					{(view) =>
						id !== undefined && known === undefined ? (
							<Notice icon="search" title={t.missing}>
								{t.missingNote}
							</Notice>
						) : (
							<EntryForm sheet={sheet} view={view} known={known} prefilled={Object.fromEntries(query)} onDone={done} />
						)
					}
				</Live>
			) : (
				<NotKeeper list={list} />
			)}
		</Page>
	)
}

/** To whoever followed a link to a page that only keepers of the registry have. */
export const NotKeeper = ({ list }: { list: string }) => {
	const t = useWords(formWords)
	return (
		<Notice
			icon="person"
			title={t.notKeeper}
			action={
				<a class="button-quiet" href={list}>
					{t.toList}
				</a>
			}
		>
			{t.notKeeperNote}
		</Notice>
	)
}
