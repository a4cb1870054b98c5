import type { ChangesView, OverviewView } from '../../../shared/contract/service/overview.ts'
import type { IconName } from '../../components/icons.ts'
import { duration, month as monthText } from '../../i18n/format.ts'
import type { Language, Spoken } from '../../i18n/language.ts'
import type { todayWords } from './todayWords.ts'

export interface WaitingItem {
	readonly id: string
	readonly icon: IconName
	/** How many; absent where the words stand for one thing. */
	readonly count?: string
	readonly text: string
	readonly note?: string
	readonly href: string
}

/** What waits for somebody at the desk, each with where it is settled; what does not wait is not named. */
export const waitingItems = (
	{ tasks, desk }: OverviewView,
	doubts: ChangesView['doubts'],
	{ t, language, now }: { t: Spoken<typeof todayWords>; language: Language; now: number },
): WaitingItem[] => {
	const items: (WaitingItem | false | undefined)[] = [
		...(desk?.channels ?? []).map(({ id, name, failingSince }) => ({
			id: `channel ${id}`,
			icon: 'bell' as const,
			text: t.channel(name, duration(now - Date.parse(failingSince), language)),
			href: '/desk/settings',
		})),
		tasks.unassigned > 0 && {
			id: 'unassigned',
			icon: 'person',
			count: String(tasks.unassigned),
			text: t.unassigned,
			href: '/desk/tasks?assignee=none',
		},
		tasks.toVerify > 0 && {
			id: 'verify',
			icon: 'check',
			count: String(tasks.toVerify),
			text: t.toVerify,
			href: '/desk/tasks?state=fixed',
		},
		...(desk?.drafts ?? []).map((month) => ({
			id: `draft ${month}`,
			icon: 'ranking' as const,
			text: t.draft(monthText(month, language)),
			href: `/desk/rankings/${month}`,
		})),
		...(desk?.corrections ?? []).map(({ month, courtyards }) => ({
			id: `corrections ${month}`,
			icon: 'ranking' as const,
			count: String(courtyards),
			text: t.corrections(monthText(month, language)),
			href: `/desk/rankings/${month}?tab=revisions`,
		})),
		desk &&
			desk.appeals > 0 && {
				id: 'appeals',
				icon: 'edit',
				count: String(desk.appeals),
				text: t.appeals,
				href: '/desk/rankings?tab=appeals',
			},
		doubts &&
			doubts.open > 0 && {
				id: 'doubts',
				icon: 'search',
				count: String(doubts.open),
				text: t.doubts(monthText(doubts.month, language)),
				href: `/desk/data?tab=doubts&month=${doubts.month}`,
			},
		desk &&
			desk.quarantine.lastDay > 0 && {
				id: 'quarantine',
				icon: 'warning',
				count: `${desk.quarantine.lastDay}${desk.quarantine.isAll ? '' : '+'}`,
				text: t.quarantine,
				...(desk.quarantine.isAll ? { note: t.growing(desk.quarantine.dayBefore) } : {}),
				href: '/desk/data?tab=quarantine',
			},
	]
	return items.filter((item): item is WaitingItem => Boolean(item))
}
