import { useState } from 'preact/hooks'
import type { ShelvesView } from '../../../shared/contract/registry/suppression.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { api } from '../../data/api.ts'
import type { Failure } from '../../data/request.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { taskPageWords } from './taskPageWords.ts'

const lengths = [2, 8, 24, 72] as const

/** Keeps an alarm of a device from people for a time, with a reason; it ends by itself, or now. */
export const ShelfCard = ({ device, rule }: { device: string; rule: string }) => {
	const t = useWords(taskPageWords)
	const language = useLanguage()
	const path = `/api/devices/${encodeURIComponent(device)}/shelves`
	const shelves = useApi<ShelvesView>(path)
	const [isAsking, setAsking] = useState(false)
	const [failure, setFailure] = useState<Failure | undefined>()
	const all = shelves.state.is === 'ready' ? shelves.state.value.shelves : []
	const running = all.filter((one) => one.isRunning && (one.rule === rule || one.rule === '*'))
	const end = async (id: string): Promise<void> => {
		const answer = await api(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' })
		setFailure(answer.is === 'offline' || answer.is === 'refused' ? answer : undefined)
		shelves.refresh()
	}
	return (
		<section class="card stack">
			<h2>{t.shelve}</h2>
			{running.length === 0 ? (
				<>
					<p class="small grey">{t.shelveNote}</p>
					<p>
						<button type="button" class="button-quiet" onClick={() => setAsking(true)}>
							{t.shelve}
						</button>
					</p>
				</>
			) : (
				running.map((one) => (
					<div key={one.id} class="stack">
						<p>
							{t.shelvedUntil(dateTime(one.until, language), one.by)}
							<span class="small grey task-where">{one.reason}</span>
						</p>
						<p>
							<button type="button" class="button-quiet" onClick={() => void end(one.id)}>
								{t.endShelf}
							</button>
						</p>
					</div>
				))
			)}
			{failure && (
				<p class="field-error" role="alert">
					{failure.is === 'offline' ? t.endOffline : t.endRefused}
				</p>
			)}
			{isAsking && (
				<ShelfDialog
					path={path}
					rule={rule}
					onClose={() => setAsking(false)}
					onDone={() => {
						setAsking(false)
						shelves.refresh()
					}}
				/>
			)}
		</section>
	)
}

interface ShelfDialogProps {
	readonly path: string
	readonly rule: string
	readonly onClose: () => void
	readonly onDone: () => void
}

const ShelfDialog = ({ path, rule, onClose, onDone }: ShelfDialogProps) => {
	const t = useWords(taskPageWords)
	const form = useForm(
		{ until: String(lengths[1]), reason: '' },
		({ until, reason }) => api(path, { method: 'POST', body: { rule, until: Number(until) * 60, reason } }),
		onDone,
	)
	return (
		<Dialog title={t.shelve} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<p class="grey">{t.shelveNote}</p>
				<Field
					name="until"
					kind="choice"
					label={t.howLong}
					choices={lengths.map((hours) => ({ value: String(hours), label: t.hours(hours) }))}
					error={form.errors.fields.until}
					value={form.values.until}
					onValue={(value) => form.set('until', value)}
				/>
				<Field
					name="reason"
					required
					label={t.why}
					error={form.errors.fields.reason}
					value={form.values.reason}
					onValue={(value) => form.set('reason', value)}
				/>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{t.send}
				</button>
			</form>
		</Dialog>
	)
}
