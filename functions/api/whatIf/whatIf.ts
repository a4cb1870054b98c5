import { badRequest, notFound, type Outcome, ok, unprocessable } from '../../../shared/contract/http/outcome.ts'
import { Profile } from '../../../shared/contract/profile/profile.ts'
import { type Courtyard, Id } from '../../../shared/contract/registry/registry.ts'
import { type CourtyardDay, Month } from '../../../shared/contract/score/score.ts'
import type { WhatIfView } from '../../../shared/contract/score/whatIf.ts'
import * as z from '../../../shared/contract/zod.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { moves } from '../../../shared/domain/ranking/moves.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import { haveSameDays } from '../../../shared/domain/ranking/sameDays.ts'
import { daysOfMonth } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { gatherCandidates } from '../../../shared/work/gatherCandidates.ts'
import { scopeRows } from '../../../shared/work/rankingRows.ts'
import { rescoredDays } from '../../../shared/work/rescoredDays.ts'
import type { ApiPorts } from '../ports.ts'
import { scopeOf } from '../rankings/query.ts'

/** `POST /api/what-if`. `scope`: `township` or `village:ID`. */
export const WhatIf = z.strictObject({
	month: Month,
	profile: Profile,
	scope: z._default(z.string(), 'township'),
	township: z.optional(Id),
})

/**
 * So many devices fit into one answer. From scored days a month of a device takes about a millisecond of a core; the API
 * has a little more than half of one.
 */
const MOST_DEVICES = 1500

/** From a month of readings, twelve an hour, 100 to 200 milliseconds: 21 s of the 29 that the API has, at worst. */
const MOST_RESCORED = 60

type Ports = Pick<
	ApiPorts,
	'registry' | 'rankings' | 'scores' | 'telemetry' | 'exclusions' | 'inspections' | 'tasks' | 'doubtReviews' | 'now'
>

/** A month's ranking under another profile beside the one there is: who moves, and why. Nothing is kept. */
export async function whatIf(ports: Ports, { month, profile, ...asked }: z.infer<typeof WhatIf>): Promise<Outcome> {
	const head = await ports.rankings.head(month)
	if (!head) return notFound({ zh: ` ${month} 的排名`, en: `ranking of ${month}` })
	const published = head.revisions.at(-1)
	const generation = published?.generation ?? head.draft
	const named = scopeOf(asked, generation)
	if ('outcome' in named) return named.outcome
	const { scope } = named
	if (scope.is !== 'township' && scope.is !== 'village')
		return badRequest('scope', { zh: '应为 township 或 village:ID', en: 'should be "township" or "village:ID"' })
	const known = await ports.registry.current()
	const courtyards = courtyardsOf(known, scope)
	const ids = new Set(courtyards.map(({ id }) => id))
	const devices = [...known.devices.values()].filter(({ courtyard }) => ids.has(courtyard)).length
	if (devices > MOST_DEVICES) {
		return unprocessable({
			zh: `共 ${devices} 台设备，一次最多 ${MOST_DEVICES} 台：请按村分别试算。`,
			en: `${devices} devices are more than the ${MOST_DEVICES} that fit into one answer: ask by "scope", "village:ID".`,
		})
	}
	const inForce = new Set(daysOfMonth(month).map((day) => profileOn(known.profiles, day)))
	const isSame = [...inForce].every((one) => haveSameDays(one, profile))
	if (!isSame && devices > MOST_RESCORED) {
		return unprocessable({
			zh: `这个规则判定读数的方式不同，${devices} 台设备都要从读数重新计分，一次最多 ${MOST_RESCORED} 台：请按村分别试算。`,
			en: `This profile judges readings in another way, so ${devices} devices would have to be scored from their readings; ${MOST_RESCORED} fit into one answer: ask by "scope", "village:ID".`,
		})
	}
	const scores = isSame ? under(ports.scores, profile) : await rescored(ports, known, profile, courtyards, month)
	const candidates = await gatherCandidates(
		{ ...ports, scores },
		{ registry: known, month, courtyards, rules: profile, profiles: [profile], now: ports.now() },
	)
	const after = rankMonth(profile, candidates, undefined).map(({ row }) => row)
	const before = await scopeRows(ports.rankings, month, generation.id, scope)
	const found = moves(before, after, scope.is)
	const view: WhatIfView = {
		month,
		beside: published ? { status: 'published', revision: published.revision } : { status: 'draft' },
		profile: `${profile.id}@${profile.version}`,
		scope,
		moved: found.filter(({ places }) => places !== 0).length,
		rows: found,
	}
	return ok(view)
}

function courtyardsOf(
	known: Registry,
	scope: { is: 'township'; township: string } | { is: 'village'; village: string } | { is: 'lists'; township: string },
) {
	return [...known.courtyards.values()]
		.filter(({ village }) =>
			scope.is === 'village' ? village === scope.village : known.villages.get(village)?.township === scope.township,
		)
		.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The scored days as if they had been judged under another profile that judges hours in the same way. */
const under = (scores: Ports['scores'], { id, version }: Profile): Ports['scores'] => ({
	days: async (courtyard, from, to) =>
		(await scores.days(courtyard, from, to)).map((day) => ({ ...day, profile: `${id}@${version}` })),
})

/** The days as the other profile judges the readings. A village's devices are each other's witnesses. */
async function rescored(
	ports: Ports,
	registry: Registry,
	profile: Profile,
	courtyards: readonly Courtyard[],
	month: string,
): Promise<Ports['scores']> {
	const found = new Map<string, CourtyardDay[]>()
	for (const village of new Set(courtyards.map((one) => one.village))) {
		const days = await rescoredDays(ports, { registry, profile, village, month })
		for (const [courtyard, own] of days) found.set(courtyard, own)
	}
	return {
		days: async (courtyard, from, to) => (found.get(courtyard) ?? []).filter(({ day }) => from <= day && day <= to),
	}
}
