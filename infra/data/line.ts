import { Channel } from '../../shared/contract/alert/channel.ts'
import { ProfileRecord } from '../../shared/contract/profile/profileRecord.ts'
import { Correction, RankingRow, Revision, RowExplanation } from '../../shared/contract/ranking/ranking.ts'
import { Courtyard, Device, Id, Shelf, Township, Village } from '../../shared/contract/registry/registry.ts'
import { DeviceQuality } from '../../shared/contract/score/dataQuality.ts'
import { Month } from '../../shared/contract/score/score.ts'
import * as z from '../../shared/contract/zod.ts'

/** The form of the file itself; another one is another number. */
export const FORMAT = 1

const EntryText = z.pipe(
	z.string(),
	z.transform((text, context) => {
		try {
			return { text, ...z.object({ row: RankingRow, why: RowExplanation }).parse(JSON.parse(text)) }
		} catch {
			context.issues.push({ code: 'custom', message: 'the text of a ranking’s row as it was published', input: text })
			return z.NEVER
		}
	}),
)

const ofGeneration = { month: Month, generation: z.string().check(z.minLength(1)) }

/** One line of an export. A row of a ranking is kept as the text that its published hash is made of. */
export const Line = z.discriminatedUnion('is', [
	z.strictObject({ is: z.literal('export'), format: z.literal(FORMAT), schema: z.int().check(z.minimum(0)) }),
	z.strictObject({ is: z.literal('township'), entry: Township }),
	z.strictObject({ is: z.literal('village'), entry: Village }),
	z.strictObject({ is: z.literal('courtyard'), entry: Courtyard }),
	z.strictObject({ is: z.literal('device'), entry: Device }),
	z.strictObject({ is: z.literal('profile'), entry: ProfileRecord }),
	z.strictObject({ is: z.literal('shelf'), entry: Shelf }),
	z.strictObject({ is: z.literal('channel'), entry: Channel }),
	z.strictObject({ is: z.literal('ranking'), month: Month, revisions: z.array(Revision).check(z.minLength(1)) }),
	z.strictObject({ is: z.literal('ranking-entry'), ...ofGeneration, entry: EntryText }),
	z.strictObject({ is: z.literal('ranking-correction'), ...ofGeneration, entry: Correction }),
	z.strictObject({
		is: z.literal('ranking-quality'),
		...ofGeneration,
		village: Id,
		courtyard: Id,
		devices: z.array(DeviceQuality),
	}),
])
/** As it is read. */
export type Line = z.infer<typeof Line>
/** As it is written. */
export type LineText = z.input<typeof Line>
