import type { Audience, Channel } from '../../../../shared/contract/alert/channel.ts'
import type { Rung } from '../../../../shared/contract/profile/profile.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { type Language, spoken } from '../../../i18n/language.ts'
import { channelsWords } from './channelsWords.ts'

type Places = Pick<RegistryView, 'townships' | 'villages' | 'courtyards'>

/** People who are in charge of a courtyard or stand in for somebody, by id, each once. */
export const peopleOf = ({ courtyards }: Pick<Places, 'courtyards'>): { id: string; name: string }[] => {
	const all = courtyards.flatMap(({ inCharge }) =>
		inCharge ? [inCharge.person, ...inCharge.deputies.map(({ person }) => person)] : [],
	)
	return [...new Map(all.map((person) => [person.id, person])).values()]
}

/** What a channel is for, in one sentence: whose news, how severe, while with whom. */
export const carried = (
	channel: Channel,
	places: Places,
	ladder: readonly Pick<Rung, 'id' | 'name'>[],
	language: Language,
): string => {
	const t = spoken(channelsWords, language)
	const whose = audienceWords(channel.for, places, language)
	const what = { minor: t.fromMinor, major: t.fromMajor, critical: t.fromCritical }[channel.from]
	const rungs = channel.rungs?.map((id) => ladder.find((rung) => rung.id === id)?.name[language] ?? id)
	return `${whose}${what}${rungs ? t.onlyRungs(rungs.join(language === 'zh' ? '、' : ', ')) : ''}`
}

const audienceWords = (audience: Audience, places: Places, language: Language): string => {
	const t = spoken(channelsWords, language)
	const nameIn = (list: readonly { id: string; name: Record<Language, string> }[], id: string) =>
		list.find((one) => one.id === id)?.name[language] ?? id
	if ('township' in audience) return t.allOf(nameIn(places.townships, audience.township))
	if ('village' in audience) return t.allOf(nameIn(places.villages, audience.village))
	if ('courtyard' in audience) return t.allOf(nameIn(places.courtyards, audience.courtyard))
	return t.ofPerson(peopleOf(places).find(({ id }) => id === audience.person)?.name ?? audience.person)
}
