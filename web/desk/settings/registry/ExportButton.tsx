import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { Icon } from '../../../components/Icon.tsx'
import { saveBlob } from '../../../data/saveBlob.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { registryWords } from './registryWords.ts'

interface ExportButtonProps {
	/** What the file is called, before the day. */
	readonly name: string
	readonly isEmpty: boolean
	/** What is in it; made when it is asked for. */
	readonly csv: () => Promise<string>
}

/** Saves a list, as it is shown, as a file that spreadsheet programs open. */
export const ExportButton = ({ name, isEmpty, csv }: ExportButtonProps) => {
	const t = useWords(registryWords)
	const save = async (): Promise<void> =>
		saveBlob(new Blob([await csv()], { type: 'text/csv' }), `${name}-${shanghaiDay(Date.now())}.csv`)
	return (
		<button type="button" class="button-quiet" disabled={isEmpty} onClick={() => void save()}>
			<Icon name="download" />
			{t.exportTable}
		</button>
	)
}
