import type { DraftReport, NewReport } from '../../../shared/contract/wall/report.ts'
import type { ReceivedView, SimilarView } from '../../../shared/contract/wall/wallViews.ts'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { uploadPhoto } from '../../photos/uploadPhoto.ts'
import { contactOf } from '../tell/ContactFields.tsx'

export interface ReportValues extends Readonly<Record<string, string>> {
	readonly kind: string
	readonly courtyard: string
	readonly place: string
	readonly what: string
	readonly name: string
	readonly phone: string
	readonly household: string
	readonly website: string
}

/** A photo of the form, and its key once it has arrived, which is good for the courtyard that was named with it. */
export interface FormPhoto {
	readonly blob: Blob
	sent?: { readonly key: string; readonly courtyard: string } | undefined
}

/** Of a form that was sent: something that may be the same is known already, or it was taken. */
export type Sent =
	| { readonly is: 'known'; readonly similar: SimilarView['similar'] }
	| { readonly is: 'received'; readonly code: string }

const seenOf = ({ kind, courtyard, place, what }: ReportValues, device: string | undefined): DraftReport => ({
	courtyard,
	what: what.trim(),
	...(place.trim() === '' ? {} : { place: place.trim() }),
	...(kind === 'toilet' || kind === 'waste' || kind === 'sewage' ? { revolution: kind } : {}),
	...(device === undefined ? {} : { device }),
})

/**
 * First asks whether it is known already, once for each form: a reporter who says that it is another matter is believed.
 * @param key what the server knows the form by: sent again it is the same report
 */
export const sendReport = async (
	values: ReportValues,
	{
		key,
		device,
		isSure,
		photo,
	}: { key: string; device: string | undefined; isSure: boolean; photo?: FormPhoto | undefined },
): Promise<Answer<Sent>> => {
	const seen = seenOf(values, device)
	if (!isSure) {
		const known = await api<SimilarView>('/api/public/reports/similar', { method: 'POST', body: seen })
		if (known.is === 'offline') return known
		// Whatever else it was, it must not keep anybody from reporting.
		if (known.is === 'ready' && known.value.similar.length > 0)
			return { is: 'ready', value: { is: 'known', similar: known.value.similar }, tag: null }
	}
	const arrived = photo && (await arrive(photo, values.courtyard, key))
	if (arrived && arrived.is !== 'ready') return arrived
	const contact = contactOf(values)
	const body = {
		...{ ...seen, key, website: values.website },
		...(contact ? { contact } : {}),
		...(arrived ? { photo: arrived.value } : {}),
	} satisfies NewReport
	const answer = await api<ReceivedView>('/api/public/reports', { method: 'POST', body })
	// Whatever was wrong with it, the next try sends it anew.
	if (photo && answer.is === 'refused' && answer.problem.status === 422) photo.sent = undefined
	return answer.is === 'ready' ? { ...answer, value: { is: 'received', code: answer.value.code } } : answer
}

/** Sends the photo unless it is there already: whoever tries again on a weak signal does not pay for it twice. */
const arrive = async (photo: FormPhoto, courtyard: string, key: string): Promise<Answer<string>> => {
	if (photo.sent?.courtyard === courtyard) return { is: 'ready', value: photo.sent.key, tag: null }
	const answer = await uploadPhoto(photo.blob, { path: '/api/public/photos', about: { courtyard, key } })
	if (answer.is === 'ready') photo.sent = { key: answer.value, courtyard }
	return answer
}
