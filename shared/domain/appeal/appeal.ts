import type { Appeal, AppealEvent, AppealSubject } from '../../contract/ranking/appeal.ts'

/**
 * One appeal for each thing contested, so that a form sent twice is one appeal. The parts are told apart by dots, which no
 * id of the registry has.
 */
export const appealId = (month: string, courtyard: string, subject: AppealSubject): string =>
	subject.is === 'readings'
		? `${month}.${courtyard}.r.${subject.device}.${subject.from.toString(36)}.${subject.until.toString(36)}`
		: `${month}.${courtyard}.d.${subject.inspection}.${subject.deduction}`

/** The month that an appeal's id begins with; undefined for anything else. */
export const monthOfAppeal = (id: string): string | undefined => /^(\d{4}-\d\d)\.[^.]+\.[rd]\./.exec(id)?.[1]

/** A new appeal, or one that was withdrawn and is raised again: the record goes on. */
export const raisedAppeal = (
	known: Appeal | undefined,
	about: Pick<Appeal, 'courtyard' | 'month' | 'subject'>,
	raised: Omit<AppealEvent, 'to'>,
): Appeal => ({
	id: appealId(about.month, about.courtyard, about.subject),
	...about,
	state: 'open',
	events: [...(known?.events ?? []), { ...raised, to: 'open' }],
	isSettled: true,
	version: (known?.version ?? 0) + 1,
})

/** An open appeal after somebody decided or withdrew it. What an acceptance entails is still to be done. */
export const endedAppeal = (appeal: Appeal, event: AppealEvent): Appeal => ({
	...appeal,
	state: event.to,
	events: [...appeal.events, event],
	isSettled: event.to !== 'accepted',
	version: appeal.version + 1,
})

/** Whether an appeal's last entry says the same, by the same person: something that was sent again. */
export function isRepeated(appeal: Appeal, { to, by, reason }: Pick<AppealEvent, 'to' | 'by' | 'reason'>): boolean {
	const last = appeal.events.at(-1)
	return last?.to === to && last.by.id === by.id && last.reason === reason
}

/** The entry by which an accepted appeal was accepted. */
export const acceptanceOf = ({ state, events }: Appeal): AppealEvent | undefined =>
	state === 'accepted' ? events.findLast(({ to }) => to === 'accepted') : undefined

/** The courtyards of which an appeal was accepted at or after an instant, milliseconds since 1970. */
export const acceptedSince = (appeals: readonly Appeal[], at: number): Set<string> =>
	new Set(
		appeals
			.filter((appeal) => (acceptanceOf(appeal)?.at ?? Number.NEGATIVE_INFINITY) >= at)
			.map(({ courtyard }) => courtyard),
	)
