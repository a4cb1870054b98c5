import {
	badRequest,
	conflict,
	created,
	forbidden,
	notFound,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import {
	HouseholdId,
	type NewAward,
	type NewRedemption,
	type NewReversal,
	type PointEntry,
	type StatementView,
} from '../../../shared/contract/wall/points.ts'
import {
	awardId,
	balanceOf,
	courtyardOf,
	decide,
	redemptionId,
	reversalId,
} from '../../../shared/domain/points/ledger.ts'
import type { PointLedger } from '../../../shared/ports/pointLedger.ts'
import { isStaff, maySee, personOf, signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'now'> & { points: PointLedger }

/** Writers that meet at one household one after the other; more than this at once is a fault. */
const TRIES = 20

/** What a household has, and how it came to it. */
export async function statement(ports: Ports, viewer: Viewer, household: string): Promise<Outcome> {
	const wrong = await refusal(ports, viewer, household)
	return wrong ?? ok(await statementOf(ports, household))
}

/** Points for help with a task that was verified, once for each task and rule. */
export async function award(ports: Ports, viewer: Viewer, household: string, wish: NewAward): Promise<Outcome> {
	const wrong = await refusal(ports, viewer, household)
	if (wrong) return wrong
	const { rules } = (await ports.registry.current()).profile.points
	const rule = rules.find(({ id }) => id === wish.rule)
	if (!rule)
		return badRequest('rule', {
			zh: `应为下列之一：${rules.map(({ id }) => id).join('、')}`,
			en: `there are: ${rules.map(({ id }) => id).join(', ')}`,
		})
	const task = await ports.tasks.get(wish.task)
	if (!task || task.courtyard !== courtyardOf(household))
		return badRequest('task', { zh: '不是这个院落的任务', en: 'no task of this courtyard' })
	if (task.state !== 'verified')
		return conflict({ zh: '核验后才能积分。', en: 'Only help that was verified is rewarded.' })
	if (rule.source !== undefined && rule.source !== task.source)
		return badRequest('rule', {
			zh: `这条规则用于来源为 ${rule.source} 的任务，这个任务的来源是 ${task.source}`,
			en: `this rule is for tasks of source "${rule.source}", not "${task.source}"`,
		})
	return record(ports, viewer, household, {
		id: awardId(task.id, rule.id),
		kind: 'award',
		points: rule.points,
		reason: rule.name.zh,
		task: task.id,
		rule: rule.id,
	})
}

/** Something was handed out for points: never for more than there are. */
export async function redeem(ports: Ports, viewer: Viewer, household: string, wish: NewRedemption): Promise<Outcome> {
	const wrong = await refusal(ports, viewer, household)
	if (wrong) return wrong
	const { key, points, reason } = wish
	return record(ports, viewer, household, { id: redemptionId(key), kind: 'redemption', points: -points, reason })
}

/** Takes a line back by another line. */
export async function reverse(ports: Ports, viewer: Viewer, household: string, wish: NewReversal): Promise<Outcome> {
	const wrong = await refusal(ports, viewer, household)
	if (wrong) return wrong
	const { entry, reason } = wish
	return record(ports, viewer, household, {
		id: reversalId(entry),
		kind: 'reversal',
		points: 0,
		reason,
		reverses: entry,
	})
}

/** Decides by all lines there are, and adds the next one only if none came meanwhile. */
async function record(
	ports: Ports,
	viewer: Viewer,
	household: string,
	line: Omit<PointEntry, 'at' | 'by'>,
): Promise<Outcome> {
	const by = { id: personOf(viewer).id || viewer.role, name: signatureOf(viewer) }
	const entry: PointEntry = { ...line, at: ports.now(), by }
	for (let tried = 0; tried < TRIES; tried += 1) {
		const entries = await ports.points.entries(household)
		const decision = decide(entries, entry)
		switch (decision.is) {
			case 'known':
				return ok(await statementOf(ports, household))
			case 'refused':
				return refused(decision.because, balanceOf(entries))
			case 'add': {
				const stored = await ports.points.append(household, entries.length, decision.entry)
				if (stored === 'stored') return created(await statementOf(ports, household))
			}
		}
	}
	throw new Error(`the ledger of ${household} changed ${TRIES} times meanwhile`)
}

function refused(because: 'too-little' | 'no-such-entry' | 'reverses-reversal', balance: number): Outcome {
	switch (because) {
		case 'too-little':
			return conflict({ zh: `积分不足，现有 ${balance} 分。`, en: `There are ${balance} points.` })
		case 'no-such-entry':
			return notFound({ zh: '这一笔积分记录', en: 'such entry in this ledger' })
		case 'reverses-reversal':
			return conflict({
				zh: '冲正不能再冲正；请重新积分或兑换。',
				en: 'A reversal cannot be reversed; award or redeem again instead.',
			})
	}
}

async function refusal({ registry }: Ports, viewer: Viewer, household: string): Promise<Outcome | undefined> {
	const named = HouseholdId.safeParse(household)
	const courtyard = courtyardOf(household)
	if (!maySee(viewer, courtyard))
		return forbidden({ zh: '这是别的院落的住户。', en: 'This is a household of another courtyard.' })
	const exists = named.success && (await registry.current()).courtyards.has(courtyard)
	if (exists) return undefined
	return isStaff(viewer)
		? notFound({ zh: `住户“${household}”`, en: `household "${household}"` })
		: forbidden({ zh: '您的院落没有这一户。', en: 'This is no household of your courtyard.' })
}

async function statementOf({ points }: Ports, household: string): Promise<StatementView> {
	const entries = await points.entries(household)
	const lines = entries.map((entry, i) => ({
		...entry,
		at: new Date(entry.at).toISOString(),
		balance: balanceOf(entries.slice(0, i + 1)),
	}))
	return { household, balance: balanceOf(entries), entries: lines.toReversed() }
}
