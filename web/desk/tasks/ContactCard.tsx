import { useState } from 'preact/hooks'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import type { ContactView } from '../../../shared/contract/wall/wallViews.ts'
import { api } from '../../data/api.ts'
import { useWords } from '../../i18n/useWords.ts'
import { taskPageWords } from './taskPageWords.ts'

/** How to reach whoever reported it. Nothing is shown before somebody asks, and asking is put on record. */
export const ContactCard = ({ task }: { task: TaskView }) => {
	const t = useWords(taskPageWords)
	const [contact, setContact] = useState<ContactView>()
	const [said, setSaid] = useState('')
	const show = async (): Promise<void> => {
		const answer = await api<ContactView>(`/api/tasks/${encodeURIComponent(task.id)}/contact`)
		if (answer.is === 'ready') setContact(answer.value)
		else setSaid(answer.is === 'refused' && answer.problem.status === 404 ? t.noContact : t.failed)
	}
	return (
		<section class="card stack">
			<h2>{t.contact}</h2>
			{contact ? (
				<p>
					{[contact.name, contact.household].filter(Boolean).join(' · ')}{' '}
					{contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
				</p>
			) : (
				<>
					<p class="small grey">{said === '' ? t.contactNote : said}</p>
					<p>
						<button type="button" class="button-quiet" onClick={() => void show()}>
							{t.showContact}
						</button>
					</p>
				</>
			)}
		</section>
	)
}
