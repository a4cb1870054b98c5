import { badRequest, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Generation } from '../../../shared/contract/ranking/ranking.ts'
import { CourtyardKind, Id } from '../../../shared/contract/registry/registry.ts'
import { Month, writtenMonth } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { RankingScope } from '../../../shared/ports/rankings.ts'

const MOST_ROWS = 500

/** What `GET /api/rankings/{month}` takes. */
export const RankingQuery = z.object({
	/** `township`, `village:ID`, `kind:natural-village` … */
	scope: z._default(z.string(), 'township'),
	/** Which township, where there are several. */
	township: z.optional(Id),
	revision: z.optional(z.union([z.literal('draft'), z.coerce.number().check(z.int(), z.minimum(1))])),
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_ROWS)), MOST_ROWS),
	after: z.optional(z.string().check(z.maxLength(200))),
})
export type RankingQuery = z.infer<typeof RankingQuery>

/** The scope that a query names, among the townships that the ranking has. */
export function scopeOf(
	{ scope, township }: Pick<RankingQuery, 'scope' | 'township'>,
	{ townships }: Pick<Generation, 'townships'>,
): { scope: RankingScope } | { outcome: Outcome } {
	const [is, name = ''] = scope.split(':', 2)
	if (is === 'village') {
		const village = Id.safeParse(name)
		return village.success
			? { scope: { is, village: village.data } }
			: {
					outcome: badRequest('scope', {
						zh: '村的写法如 village:meihua',
						en: 'a village is named like "village:meihua"',
					}),
				}
	}
	const found = township ?? (townships.length === 1 ? townships[0] : undefined)
	if (found === undefined || !townships.includes(found)) {
		return {
			outcome: badRequest('township', {
				zh: `应为下列之一：${townships.join('、')}`,
				en: `should be one of: ${townships.join(', ')}`,
			}),
		}
	}
	if (scope === 'township') return { scope: { is: 'township', township: found } }
	const kind = CourtyardKind.safeParse(name)
	if (is === 'kind' && kind.success) return { scope: { is: 'kind', township: found, kind: kind.data } }
	const kinds = CourtyardKind.options.map((option) => `kind:${option}`).join(', ')
	return {
		outcome: badRequest('scope', {
			zh: `应为 township、village:ID，或下列之一：${kinds}`,
			en: `should be "township", "village:ID" or one of: ${kinds}`,
		}),
	}
}

export type Format = 'json' | 'csv' | 'xlsx' | 'html'

/** The month and the format that the last part of a path names: `2026-11`, `2026-11.csv`, `2026-11.xlsx`. */
export function fileOf(name: string): { month: string; format: Format } | { outcome: Outcome } {
	const [month = '', format = 'json', ...rest] = name.split('.')
	const parsed = Month.safeParse(month)
	const formats: Record<string, Format> = { json: 'json', csv: 'csv', xlsx: 'xlsx' }
	const known = formats[format]
	if (!parsed.success || rest.length > 0) return { outcome: badRequest('month', writtenMonth) }
	if (!known)
		return {
			outcome: badRequest('month', {
				zh: '可以用 2026-11、2026-11.csv 和 2026-11.xlsx',
				en: 'there are "2026-11", "2026-11.csv" and "2026-11.xlsx"',
			}),
		}
	return { month: parsed.data, format: known }
}
