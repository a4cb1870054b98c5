import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { Dialog } from '../../components/Dialog.tsx'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { currentSession } from '../../signIn/session.ts'
import { actionFrom, emptyForm, type FormAction } from './actionFields.ts'
import { taskPageWords } from './taskPageWords.ts'

interface ActionDialogProps {
	readonly type: FormAction
	readonly title: string
	readonly task: TaskView
	/** The head of the courtyard, by name. */
	readonly head: string | undefined
	readonly send: (action: TaskAction) => Promise<Answer<TaskView>>
	readonly onClose: () => void
}

const kinds = ['big', 'small', 'private'] as const

/** Asks what an action needs: a reason, a person, a level. What was written stays until it is taken. */
export const ActionDialog = ({ type, title, task, head, send, onClose }: ActionDialogProps) => {
	const t = useWords(taskPageWords)
	const language = useLanguage()
	const me = currentSession()?.me ?? { id: '', name: '' }
	const form = useForm(
		{
			...emptyForm,
			reason: task.dismissReasons[0]?.reason ?? '',
			triage: kinds.find((kind) => kind !== task.triage.kind) ?? 'small',
			rung: task.ladder.find(({ rung }) => rung !== task.owner.rung)?.rung ?? '',
		},
		(said) => send(actionFrom(type, said, { me, head })),
		onClose,
	)
	const { values, set, errors } = form
	const choice = (
		name: 'reason' | 'triage' | 'rung' | 'assignee',
		label: string,
		choices: readonly { value: string; label: string }[],
	) => (
		<Field
			name={name}
			kind="choice"
			label={label}
			choices={choices}
			error={errors.fields[name]}
			value={values[name]}
			onValue={(value) => set(name, value)}
		/>
	)
	const noteLabel = {
		assign: t.note,
		dismiss: t.note,
		retriage: t.why,
		handOver: t.why,
		comment: t.say,
		reopen: t.whatWrong,
	}[type]
	return (
		<Dialog title={title} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				{type === 'dismiss' &&
					choice(
						'reason',
						t.why,
						task.dismissReasons.map(({ reason, text }) => ({ value: reason, label: capital(text[language]) })),
					)}
				{type === 'retriage' &&
					choice(
						'triage',
						t.kind,
						kinds.filter((kind) => kind !== task.triage.kind).map((kind) => ({ value: kind, label: t[kind] })),
					)}
				{type === 'handOver' &&
					choice(
						'rung',
						t.rung,
						task.ladder
							.filter(({ rung }) => rung !== task.owner.rung)
							.map(({ rung, name }) => ({ value: rung, label: capital(name[language]) })),
					)}
				{type === 'assign' &&
					choice('assignee', t.assignTo, [
						{ value: 'me', label: t.me(me.name) },
						...(head === undefined ? [] : [{ value: 'head', label: t.head(head) }]),
						{ value: 'other', label: t.somebody },
						{ value: 'none', label: t.noOne },
					])}
				{type === 'assign' && values.assignee === 'other' && (
					<Field
						name="name"
						label={t.name}
						error={errors.fields.name}
						value={values.name}
						onValue={(value) => set('name', value)}
					/>
				)}
				<Field
					name="note"
					kind="long"
					label={noteLabel}
					error={errors.fields.note ?? (type === 'dismiss' ? undefined : errors.fields.reason)}
					value={values.note}
					onValue={(value) => set('note', value)}
				/>
				<FormErrors errors={errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{t.send}
				</button>
			</form>
		</Dialog>
	)
}
