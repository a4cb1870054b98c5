import '../settings.css'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Live } from '../../../components/Live.tsx'
import { Page } from '../../../components/Page.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { NotKeeper } from './EntryPage.tsx'
import { formWords } from './formWords.ts'
import { ImportFile } from './ImportFile.tsx'
import { importWords } from './importWords.ts'
import type { Sheet } from './sheet/column.ts'
import { courtyardSheet } from './sheet/courtyardColumns.ts'
import { deviceSheet } from './sheet/deviceColumns.ts'

export const ImportDevicesPage = () => <ImportPage sheet={deviceSheet} />
export const ImportCourtyardsPage = () => <ImportPage sheet={courtyardSheet} />

/** A table into the registry: first what it would do, line by line, then doing it. */
const ImportPage = ({ sheet }: { sheet: Sheet }) => {
	const t = useWords(importWords)
	const form = useWords(formWords)
	const registry = useApi<RegistryView>('/api/registry')
	const list = `/desk/settings/${sheet.room}`
	return (
		<Page
			title={t[sheet.room]}
			note={t.note}
			within={[
				{ href: '/desk/settings', label: form.settings },
				{ href: list, label: form[sheet.room] },
			]}
		>
			{isAdmin() ? (
				<Live of={registry} skeleton={<Skeleton lines={6} tall />}>
					{() => <ImportFile sheet={sheet} />}
				</Live>
			) : (
				<NotKeeper list={list} />
			)}
		</Page>
	)
}
