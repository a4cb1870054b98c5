import type { QuarantineSummary } from '../../../shared/contract/telemetry/quarantineViews.ts'

export type RefusedGroup = QuarantineSummary['groups'][number]

export interface RefusedFilter {
	/** `all`: also what was replayed; otherwise what is open. */
	readonly show: string
	/** Empty: every reason. */
	readonly reason: string
	/** Empty: every device. */
	readonly device: string
}

/** The groups that a filter leaves. A reason that nothing was refused for is no filter. */
export const shownGroups = (groups: readonly RefusedGroup[], { show, reason, device }: RefusedFilter): RefusedGroup[] =>
	groups.filter(
		(group) =>
			(show === 'all' || group.open > 0) &&
			(reason === '' || group.reason === reason) &&
			(device === '' || group.device === device),
	)

/** How many messages each reason has among the groups, the most first. */
export const reasonCounts = (groups: readonly RefusedGroup[]): { reason: RefusedGroup['reason']; count: number }[] => {
	const counts = new Map<RefusedGroup['reason'], number>()
	for (const { reason, messages } of groups) counts.set(reason, (counts.get(reason) ?? 0) + messages)
	return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}

/** `device~reason`: ids have no tilde. Names a group in the address. */
export const groupKey = ({ device, reason }: Pick<RefusedGroup, 'device' | 'reason'>): string => `${device}~${reason}`
