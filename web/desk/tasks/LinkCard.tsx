import { useState } from 'preact/hooks'
import type { NewLinkView } from '../../../shared/contract/task/taskLink.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { api } from '../../data/api.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { taskPageWords } from './taskPageWords.ts'

/** A link for a head who has lost his, and the end of all links of a task. */
export const LinkCard = ({ task }: { task: TaskView }) => {
	const t = useWords(taskPageWords)
	const language = useLanguage()
	const [link, setLink] = useState<NewLinkView>()
	const [said, setSaid] = useState('')
	const path = `/api/tasks/${encodeURIComponent(task.id)}/links`
	const make = async (): Promise<void> => {
		const answer = await api<NewLinkView>(path, { method: 'POST' })
		if (answer.is === 'ready') setLink(answer.value)
		setSaid(answer.is === 'ready' ? '' : t.failed)
	}
	const revoke = async (): Promise<void> => {
		const answer = await api(`${path}/revoke`, { method: 'POST', body: {} })
		if (answer.is === 'ready') setLink(undefined)
		setSaid(answer.is === 'ready' ? t.revoked : t.failed)
	}
	const copy = async (): Promise<void> => {
		await navigator.clipboard.writeText(link?.url ?? '').then(
			() => setSaid(t.copied),
			() => setSaid(''),
		)
	}
	return (
		<section class="card stack">
			<h2>{t.link}</h2>
			<p class="small grey">{t.linkNote}</p>
			{link && (
				<>
					<input
						class="input"
						readOnly
						aria-label={t.link}
						value={link.url}
						onFocus={(event) => event.currentTarget.select()}
					/>
					<p class="small grey">{t.linkUntil(dateTime(link.expiresAt, language))}</p>
				</>
			)}
			<div class="row">
				{link ? (
					<button type="button" class="button-quiet" onClick={() => void copy()}>
						{t.copy}
					</button>
				) : (
					<button type="button" class="button-quiet" onClick={() => void make()}>
						{t.makeLink}
					</button>
				)}
				<button type="button" class="button-quiet" onClick={() => void revoke()}>
					{t.revoke}
				</button>
			</div>
			<p class="small" role="status">
				{said}
			</p>
		</section>
	)
}
