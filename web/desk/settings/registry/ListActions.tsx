import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { Icon } from '../../../components/Icon.tsx'
import { saveBlob } from '../../../data/saveBlob.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { registryWords } from './registryWords.ts'
import type { Entry, Sheet } from './sheet/column.ts'

/** What can be done with a list: to everybody its file, to whoever keeps the registry also adding and importing. */
export const ListActions = ({ sheet, shown }: { sheet: Sheet; shown: readonly Entry[] }) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const save = async (): Promise<void> => {
		const { tableOf } = await import('./sheet/tables.ts')
		const blob = new Blob([tableOf(sheet, shown, language)], { type: 'text/csv' })
		saveBlob(blob, `${sheet.title[language]}-${shanghaiDay(Date.now())}.csv`)
	}
	const base = `/desk/settings/${sheet.room}`
	return (
		<>
			<button type="button" class="button-quiet" disabled={shown.length === 0} onClick={() => void save()}>
				<Icon name="download" />
				{t.exportTable}
			</button>
			{isAdmin() && (
				<>
					<a class="button-quiet" href={`${base}/import`}>
						<Icon name="upload" />
						{t.importTable}
					</a>
					<a class="button" href={`${base}/add`}>
						<Icon name="plus" />
						{sheet.room === 'devices' ? t.addDevice : t.addCourtyard}
					</a>
				</>
			)}
		</>
	)
}
