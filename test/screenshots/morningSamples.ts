import { OverviewView } from '../../shared/contract/service/overview.ts'
import type { Answer } from './shots.ts'

const none = { count: 0, first: [] }

/** A township in which nothing is to be done, and which has no courtyards yet. */
export const quietMorning: Readonly<Record<string, Answer>> = {
	'/api/overview': (real) => ({
		...OverviewView.parse(real),
		tasks: { count: 0, isAll: true, byState: {}, urgent: none, soon: none, unassigned: 0, toVerify: 0 },
		silent: none,
		battery: none,
		desk: {
			drafts: [],
			corrections: [],
			appeals: 0,
			channels: [],
			quarantine: { lastDay: 0, dayBefore: 0, isAll: true },
		},
	}),
	'/api/courtyards': () => ({ courtyards: [] }),
	'/api/overview/changes': () => ({
		day: '2026-11-22',
		before: '2026-11-21',
		compared: 0,
		up: 0,
		down: 0,
		courtyards: [],
		tasks: { raised: 0, verified: 0, dismissed: 0 },
	}),
}

const hour = 3_600_000

/** The real tasks, half of them overdue, and everything waiting that can wait. */
export const busyMorning: Readonly<Record<string, Answer>> = {
	'/api/overview': (real) => {
		const view = OverviewView.parse(real)
		const lines = [...view.tasks.urgent.first, ...view.tasks.soon.first]
		const late = lines.slice(0, 4).map((line, index) => ({
			...line,
			due: { by: new Date(Date.now() - (9 - 2 * index) * hour).toISOString(), isOverdue: true },
		}))
		return {
			...view,
			tasks: {
				...view.tasks,
				count: 23,
				byState: { raised: 9, reopened: 2, acknowledged: 6, 'in-progress': 4, fixed: 2 },
				urgent: { count: 11, first: late },
				unassigned: 7,
				toVerify: 2,
			},
			silent: { count: 2, first: lines.slice(0, 2) },
			battery: { count: 1, first: lines.slice(2, 3) },
			desk: {
				drafts: ['2026-10'],
				corrections: [{ month: '2026-09', courtyards: 3 }],
				appeals: 2,
				channels: [
					{ id: 'village', name: '青龙村企业微信群', failingSince: new Date(Date.now() - 6 * hour).toISOString() },
				],
				quarantine: { lastDay: 70, dayBefore: 12, isAll: true },
			},
		}
	},
}
