import * as z from '../zod.ts'
import { Source } from './indexProfile.ts'

/** How alerts are put together and kept from being too many. Names and first three values are those of Alertmanager. */
export const Alerting = z.prefault(
	z.strictObject({
		/** How long the first news of a courtyard waits for others. */
		groupWaitSeconds: z._default(z.number().check(z.minimum(0)), 30),
		/** The least time between two messages about a courtyard to the same recipient. */
		groupIntervalMinutes: z._default(z.number().check(z.minimum(0)), 5),
		/** What nobody has taken up is said again after so long. */
		repeatHours: z._default(z.number().check(z.positive()), 4),
		/** Messages for a recipient and day; what is more waits for the digest. Critical ones always pass. */
		messagesADay: z._default(z.int().check(z.minimum(1)), 20),
		/** Asia/Shanghai: what waited, by night or because it was too much, goes out in one message. */
		digestAt: z._default(z.iso.time({ precision: -1 }), '07:00'),
		/** What could not be told for so long is not told any more. */
		giveUpHours: z._default(z.number().check(z.positive()), 24),
		source: z._default(Source, "Alertmanager's defaults; the rest our own choice"),
	}),
	{},
)
export type Alerting = z.infer<typeof Alerting>
