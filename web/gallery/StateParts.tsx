import { useState } from 'preact/hooks'
import { Chips } from '../components/Chips.tsx'
import { DataTable } from '../components/DataTable.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Failed } from '../components/Failed.tsx'
import { Icon } from '../components/Icon.tsx'
import { type IconName, icons } from '../components/icons.ts'
import { Progress } from '../components/Progress.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { Field } from '../forms/Field.tsx'
import { FormErrors } from '../forms/FormErrors.tsx'
import { ownProblem } from '../forms/notTaken.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Part } from './Part.tsx'

const names = Object.keys(icons) as IconName[]
const again = () => {}

/** Buttons, forms, filters and the states of a page. */
export const StateParts = () => {
	const t = useWords(commonWords)
	const [isOpen, setOpen] = useState(false)
	const [value, setValue] = useState('lijia')
	const error = { fields: {}, others: [t.failedNote] }
	return (
		<>
			<Part title="Icons">
				<p class="gallery-icons">
					{names.map((name) => (
						<Icon key={name} name={name} label={name} />
					))}
				</p>
			</Part>
			<Part title="Buttons">
				<p class="row">
					<button type="button" class="button">
						{t.save}
					</button>
					<button type="button" class="button-quiet" onClick={() => setOpen(true)}>
						{t.print}
					</button>
					<button type="button" class="button-danger">
						{t.close}
					</button>
					<button type="button" class="button" disabled>
						{t.save}
					</button>
				</p>
				<div class="phone">
					<button type="button" class="button button-wide">
						<Icon name="check" /> {t.save}
					</button>
				</div>
				{isOpen && (
					<Dialog title={t.print} onClose={() => setOpen(false)}>
						<p>{t.offlineNote}</p>
					</Dialog>
				)}
			</Part>
			<Part title="Chips · Tabs · Progress">
				<Chips
					name="chip"
					label={t.all}
					choices={[
						{ value: '', label: t.all, count: 12 },
						{ value: 'toilet', label: t.toilet, count: 4 },
						{ value: 'sewage', label: t.sewage, count: 0 },
					]}
				/>
				<Tabs
					name="tab"
					label={t.chart}
					tabs={[
						{ value: '', label: t.chart },
						{ value: 'table', label: t.table },
					]}
				>
					{(chosen) => <p class="grey">{chosen || '—'}</p>}
				</Tabs>
				<Progress label={t.loading} value={3} max={10} />
			</Part>
			<Part title="Form">
				<form class="form">
					<Field name="a" label={t.toilet} hint={t.offlineEmpty} value={value} onValue={setValue} />
					<Field name="b" label={t.waste} error={t.notFoundNote} value={value} onValue={setValue} />
					<FormErrors errors={error} isOffline />
				</form>
			</Part>
			<Part title="DataTable, empty">
				<div class="card">
					<DataTable caption="" columns={[]} rows={[]} id={() => ''} empty={<p class="grey">{t.notFoundNote}</p>} />
				</div>
			</Part>
			<Part title="Skeleton">
				<Skeleton lines={4} />
			</Part>
			<Part title="Failed: offline">
				<Failed failure={{ is: 'offline' }} again={again} />
			</Part>
			<Part title="Failed: refused">
				<Failed failure={{ is: 'refused', problem: ownProblem('', [], { status: 500 }) }} again={again} />
			</Part>
		</>
	)
}
