import { RankingScopeView } from '../ranking/rankingViews.ts'
import { Id, Name } from '../registry/registry.ts'
import * as z from '../zod.ts'
import { Month } from './score.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Stand = z.object({ score: z.nullable(z.number()), rank: z.nullable(z.int()) })

/** Where a courtyard stands in a ranking and where under another profile, within what is compared. Null: not ranked. */
export const Move = z.object({
	courtyard: Id,
	name: Name,
	before: z.nullable(Stand),
	after: Stand,
	/** Places gained; null where it is ranked in one of the two only. */
	places: z.nullable(z.int()),
	/** What differs, part by part. */
	why: z.array(Words),
})
export type Move = z.infer<typeof Move>

/** `POST /api/what-if`: in the order of places under the other profile. */
export const WhatIfView = z.object({
	month: Month,
	/** What it is compared with. */
	beside: z.discriminatedUnion('status', [
		z.object({ status: z.literal('published'), revision: z.int() }),
		z.object({ status: z.literal('draft') }),
	]),
	/** `id@version` of the other profile. */
	profile: z.string(),
	scope: RankingScopeView,
	/** How many change their place. */
	moved: z.int(),
	rows: z.array(Move),
})
export type WhatIfView = z.infer<typeof WhatIfView>
