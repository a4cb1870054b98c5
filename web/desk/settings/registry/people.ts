import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { actsOn, lastDayOfDeputy } from '../../../../shared/domain/person/inCharge.ts'
import { type Language, spoken } from '../../../i18n/language.ts'
import { registryWords } from './registryWords.ts'

/** Somebody the registry names, and as what. */
export interface RegisteredPerson {
	readonly key: string
	readonly name: string
	/** A head is in charge unless somebody else is named for it. */
	readonly role: 'head' | 'inCharge' | 'deputy'
	readonly courtyard: string
	/** At the identity provider; absent: he has none there, and cannot sign in. */
	readonly account?: string
	readonly phone?: string
	/** Of a deputy: the first and the last day, Asia/Shanghai. */
	readonly days?: { readonly from: string; readonly until: string; readonly isNow: boolean; readonly isOver: boolean }
}

/** Everybody whom the courtyards name, on a day of Asia/Shanghai. */
export const peopleOf = ({ courtyards }: Pick<RegistryView, 'courtyards'>, today: string): RegisteredPerson[] =>
	courtyards.flatMap(({ id: courtyard, head, inCharge }) => {
		const person = inCharge?.person
		const isSame = head === undefined || head === person?.name
		const at = (role: string) => `${courtyard} ${role}`
		return [
			...(head === undefined || (isSame && person)
				? []
				: [{ key: at('head'), name: head, role: 'head' as const, courtyard }]),
			...(person === undefined
				? []
				: [
						{
							key: at('inCharge'),
							name: person.name,
							role: isSame ? ('head' as const) : ('inCharge' as const),
							courtyard,
							account: person.id,
						},
					]),
			...(inCharge?.deputies ?? []).map((deputy) => {
				const until = lastDayOfDeputy(deputy)
				return {
					key: at(`${deputy.person.id} ${deputy.from}`),
					name: deputy.person.name,
					role: 'deputy' as const,
					courtyard,
					account: deputy.person.id,
					...(deputy.phone === undefined ? {} : { phone: deputy.phone }),
					days: { from: deputy.from, until, isNow: actsOn(deputy, today), isOver: until < today },
				}
			}),
		]
	})

/** People as a file to look at. It is not imported: heads come with the table of courtyards, deputies go by the day. */
export const peopleTable = (
	people: readonly RegisteredPerson[],
	language: Language,
	csvOf: (rows: readonly (readonly string[])[]) => string,
): string => {
	const t = spoken(registryWords, language)
	return csvOf([
		[t.person, t.role, t.courtyard, t.from, t.until, t.phone, t.account],
		...people.map(({ name, role, courtyard, days, phone = '', account = '' }) => [
			name,
			t[role],
			courtyard,
			days?.from ?? '',
			days?.until ?? '',
			phone,
			account,
		]),
	])
}
