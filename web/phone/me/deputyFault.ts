import type { DeputiesView } from '../../../shared/contract/people/deputies.ts'
import { mostDeputyDays } from '../../../shared/contract/people/deputyDays.ts'
import { phoneNumber } from '../../../shared/contract/people/phoneNumber.ts'

export interface DeputyWish {
	readonly name: string
	readonly phone: string
	/** Days of Asia/Shanghai, both included. */
	readonly from: string
	readonly until: string
}

export type DeputyFault =
	| { readonly field: 'name'; readonly is: 'nameMissing' }
	| { readonly field: 'phone'; readonly is: 'phoneWrong' }
	| { readonly field: 'from'; readonly is: 'past' }
	| { readonly field: 'until'; readonly is: 'backwards' | 'tooLong' }
	| { readonly field: 'from'; readonly is: 'taken'; readonly by: string }

const dayMs = 86_400_000

/** What is wrong with the wish for a deputy, as far as the phone can tell before it is sent. */
export const deputyFault = (
	{ name, phone, from, until }: DeputyWish,
	today: string,
	{ deputies }: Pick<DeputiesView, 'deputies'>,
): DeputyFault | undefined => {
	if (name.trim() === '') return { field: 'name', is: 'nameMissing' }
	if (phone.trim() !== '' && !phoneNumber.test(phone.trim())) return { field: 'phone', is: 'phoneWrong' }
	if (from === '' || from < today) return { field: 'from', is: 'past' }
	if (until < from) return { field: 'until', is: 'backwards' }
	if (Date.parse(until) - Date.parse(from) >= mostDeputyDays * dayMs) return { field: 'until', is: 'tooLong' }
	const other = deputies.find((one) => one.status !== 'over' && one.from <= until && from <= one.until)
	return other && { field: 'from', is: 'taken', by: other.name }
}
