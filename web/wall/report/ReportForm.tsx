import { useRef, useState } from 'preact/hooks'
import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import type { SimilarView } from '../../../shared/contract/wall/wallViews.ts'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { PhotoField } from '../../photos/PhotoField.tsx'
import { useQuery } from '../../routing/navigation.ts'
import { randomKey } from '../../task/randomKey.ts'
import { ContactFields } from '../tell/ContactFields.tsx'
import { KindChoice } from '../tell/KindChoice.tsx'
import { faultsOf, plainProblem, problemWords } from '../tell/plainProblem.ts'
import { Trap } from '../tell/Trap.tsx'
import { tellWords } from '../tell/tellWords.ts'
import { WhereFields } from '../tell/WhereFields.tsx'
import { Known } from './Known.tsx'
import { type FormPhoto, type ReportValues, type Sent, sendReport } from './sendReport.ts'

const empty: ReportValues = {
	kind: '',
	courtyard: '',
	place: '',
	what: '',
	name: '',
	phone: '',
	household: '',
	website: '',
}

interface ReportFormProps {
	readonly wall: WallView
	readonly done: (code: string) => void
}

/** The report; the code on a bin or a toilet fills in where it is (`?courtyard=lijia&device=lijia-bin-1`). */
export const ReportForm = ({ wall, done }: ReportFormProps) => {
	const t = useWords(tellWords)
	const common = useWords(commonWords)
	const p = useWords(problemWords)
	const query = useQuery()
	const scanned = query.get('courtyard') ?? ''
	const [key] = useState(randomKey)
	const [known, setKnown] = useState<SimilarView['similar']>()
	const isSure = useRef(false)
	const [photo, setPhoto] = useState<FormPhoto>()
	const isThere = wall.courtyards.some(({ id }) => id === scanned)
	const send = async (values: ReportValues): Promise<Answer<Sent>> => {
		const faults = faultsOf(values, { what: true, service: false, contact: false }, p)
		if (faults) return { is: 'refused', problem: faults }
		const device = values.courtyard === scanned ? (query.get('device') ?? undefined) : undefined
		const answer = await sendReport(values, { key, device, isSure: isSure.current, photo })
		return answer.is === 'refused' ? { ...answer, problem: plainProblem(answer.problem, p) } : answer
	}
	const form = useForm({ ...empty, courtyard: isThere ? scanned : '' }, send, (sent) => {
		if (sent.is === 'received') done(sent.code)
		else setKnown(sent.similar)
	})
	const { values, errors, state, set, submit } = form
	const kinds = [
		...revolutionOrder.map((name) => ({ value: name, icon: name, label: common[name] })),
		{ value: 'other', icon: 'plus' as const, label: t.other },
	]
	if (known)
		return (
			<Known
				similar={known}
				isSending={state === 'sending'}
				errors={<FormErrors errors={errors} isOffline={state === 'offline'} />}
				back={() => setKnown(undefined)}
				send={(event) => {
					isSure.current = true
					submit(event)
				}}
			/>
		)
	return (
		<form class="form" noValidate onSubmit={submit}>
			<KindChoice
				name="kind"
				title={t.kind}
				kinds={kinds}
				value={values.kind}
				onValue={(value) => set('kind', value)}
			/>
			{isThere && query.has('device') && values.courtyard === scanned && <p class="grey">{t.device}</p>}
			<WhereFields form={form} wall={wall} />
			<Field
				name="what"
				kind="long"
				label={t.what}
				hint={t.whatHint}
				error={errors.fields.what}
				value={values.what}
				onValue={(value) => set('what', value)}
			/>
			<PhotoField
				label={t.photo}
				hint={t.photoHint}
				value={photo?.blob}
				onValue={(blob) => setPhoto(blob && { blob })}
			/>
			<ContactFields title={t.contact} privacy={t.privacy} form={form} />
			<Trap value={values.website} onValue={(value) => set('website', value)} />
			<FormErrors errors={errors} isOffline={state === 'offline'} />
			<button class="button button-wide" type="submit" disabled={state === 'sending'}>
				{state === 'sending' ? t.sending : t.send}
			</button>
		</form>
	)
}
