import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { VisitsView } from '../../../shared/contract/telemetry/visits.ts'
import { told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenDevice } from './seenDevice.ts'

const DAY = 86_400_000

export const VisitsQuery = z.object({ from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) }).check(
	z.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
		path: ['to'],
		...told({ zh: '结束日不能早于开始日', en: '"to" should not be before "from"' }),
	}),
)

/** The visits of a household toilet by Asia/Shanghai day, the last 31 days unless asked otherwise; more is not kept. */
export async function getVisits(
	{ registry, visits, now }: Pick<ApiPorts, 'registry' | 'visits' | 'now'>,
	viewer: Viewer,
	id: string,
	{ from, to = shanghaiDay(now()) }: z.infer<typeof VisitsQuery>,
): Promise<Outcome> {
	const seen = await seenDevice(registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const first = from ?? shanghaiDay(Date.parse(to) - 30 * DAY)
	const view: VisitsView = { device: id, from: first, to, days: await visits.days(id, first, to) }
	return ok(view)
}
