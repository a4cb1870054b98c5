import { useState } from 'preact/hooks'
import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { ShelvesView } from '../../../shared/contract/registry/suppression.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { SuppressionForm } from './SuppressionForm.tsx'
import { shelvable } from './shelvable.ts'
import { suppressionWords } from './suppressionWords.ts'

interface ShelvesProps {
	readonly device: DeviceDetails
	readonly path: string
	/** The township may shelve for a week and all alarms at once, the village for a day. */
	readonly isStaff: boolean
}

/** Alarms that are kept from people for a time, and a way to do so. */
export const Shelves = ({ device, path, isStaff }: ShelvesProps) => {
	const t = useWords(suppressionWords)
	const language = useLanguage()
	const [isOpen, setOpen] = useState(false)
	const shelves = useApi<ShelvesView>(`${path}/shelves`, { pollMs: 60_000 })
	const end = async (id: string): Promise<void> => {
		await api(`${path}/shelves/${encodeURIComponent(id)}`, { method: 'DELETE' })
		shelves.refresh()
	}
	const rules = shelvable(device).map(({ rule, text }) => ({ value: rule, label: text[language] }))
	return (
		<section class="card stack">
			<h2>{t.shelves}</h2>
			<Live of={shelves} skeleton={<Skeleton lines={2} />}>
				{(view) => {
					const running = view.shelves.filter(({ isRunning }) => isRunning)
					if (running.length === 0) return <p class="grey">{t.noShelves}</p>
					return (
						<ul class="shelves">
							{running.map(({ id, text, reason, until, by }) => (
								<li key={id}>
									<span>
										<strong>{text[language]}</strong> {reason}
										<span class="small grey people-note">{t.shelfUntil(dateTime(until, language), by)}</span>
									</span>
									<button type="button" class="button-quiet" onClick={() => void end(id)}>
										{t.endShelf}
									</button>
								</li>
							))}
						</ul>
					)
				}}
			</Live>
			<p>
				<button type="button" class="button-quiet" onClick={() => setOpen(true)}>
					{t.shelve}
				</button>
			</p>
			{isOpen && (
				<SuppressionForm
					title={t.shelves}
					note={t.shelvesNote}
					rules={isStaff ? [...rules, { value: '*', label: t.allRules }] : rules}
					lengths={[
						{ value: '60', label: t.m60 },
						{ value: '240', label: t.m240 },
						{ value: '1440', label: t.m1440 },
						...(isStaff ? [{ value: '10080', label: t.m10080 }] : []),
					]}
					send={({ rule, until, reason }) =>
						api(`${path}/shelves`, { method: 'POST', body: { rule, until: Number(until), reason } })
					}
					close={() => setOpen(false)}
					done={shelves.refresh}
				/>
			)}
		</section>
	)
}
