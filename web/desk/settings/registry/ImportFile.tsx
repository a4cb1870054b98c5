import { useState } from 'preact/hooks'
import { Failed } from '../../../components/Failed.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { saveBlob } from '../../../data/saveBlob.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { importWords } from './importWords.ts'
import { type Reading, readFile } from './readFile.ts'
import type { Sheet } from './sheet/column.ts'
import { templateOf } from './sheet/tables.ts'
import { troubleText } from './troubleWords.ts'

/** Choosing a file, and what is in it. */
export const ImportFile = ({ sheet }: { sheet: Sheet }) => {
	const t = useWords(importWords)
	const language = useLanguage()
	const [file, setFile] = useState<File>()
	const [reading, setReading] = useState<Reading>()
	const [isChecking, setChecking] = useState(false)
	const check = async (chosen: File): Promise<void> => {
		setFile(chosen)
		setChecking(true)
		setReading(undefined)
		setReading(await readFile(sheet, chosen))
		setChecking(false)
	}
	const choose = (input: HTMLInputElement): void => {
		const [chosen] = input.files ?? []
		if (chosen) void check(chosen)
		// The same file may be chosen once more, after it was mended.
		input.value = ''
	}
	const template = (): void =>
		saveBlob(new Blob([templateOf(sheet, language)], { type: 'text/csv' }), `${sheet.title[language]}.csv`)
	return (
		<div class="stack">
			<section class="card stack">
				<p>{t.how}</p>
				<div class="row">
					<label class={`${reading ? 'button-quiet' : 'button'} file-choice`} aria-busy={isChecking}>
						<Icon name="upload" />
						{isChecking ? t.checking : reading ? t.other : t.choose}
						<input
							class="spoken"
							type="file"
							accept=".csv,.txt,text/csv,text/plain"
							disabled={isChecking}
							onChange={({ currentTarget }) => choose(currentTarget)}
						/>
					</label>
					<button type="button" class="button-quiet" onClick={template}>
						<Icon name="download" />
						{t.template}
					</button>
				</div>
			</section>
			{reading?.is === 'failed' && <Failed failure={reading.failure} again={() => file && void check(file)} />}
			{reading?.is === 'unreadable' && <Unreadable>{t.failedFile}</Unreadable>}
			{reading?.is === 'read' &&
				(reading.plan.trouble ? (
					<Unreadable>{troubleText(reading.plan.trouble, language)}</Unreadable>
				) : (
					<ImportPreview key={`${reading.file} ${file?.lastModified}`} sheet={sheet} {...reading} />
				))}
		</div>
	)
}

const Unreadable = ({ children }: { children: string }) => {
	const { unreadable } = useWords(importWords)
	return (
		<div class="form-errors" role="alert">
			<Icon name="warning" />
			<p>
				<strong>{unreadable}</strong> {children}
			</p>
		</div>
	)
}
