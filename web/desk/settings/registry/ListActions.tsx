import { Icon } from '../../../components/Icon.tsx'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { isAdmin } from '../isAdmin.ts'
import { ExportButton } from './ExportButton.tsx'
import { registryWords } from './registryWords.ts'
import type { Entry, Sheet } from './sheet/column.ts'

/** What can be done with a list: to everybody its file, to whoever keeps the registry also adding and importing. */
export const ListActions = ({ sheet, shown }: { sheet: Sheet; shown: readonly Entry[] }) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const csv = async () => (await import('./sheet/tables.ts')).tableOf(sheet, shown, language)
	const base = `/desk/settings/${sheet.room}`
	return (
		<>
			<ExportButton name={sheet.title[language]} isEmpty={shown.length === 0} csv={csv} />
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
