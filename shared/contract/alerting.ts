import * as z from 'zod'
import { Source } from './indexProfile.ts'

/** How alerts are put together and kept from being too many. Names and first three values are those of Alertmanager. */
export const Alerting = z
	.strictObject({
		/** How long the first news of a courtyard waits for others. */
		groupWaitSeconds: z.number().min(0).default(30),
		/** The least time between two messages about a courtyard to the same recipient. */
		groupIntervalMinutes: z.number().min(0).default(5),
		/** What nobody has taken up is said again after so long. */
		repeatHours: z.number().positive().default(4),
		/** Messages for a recipient and day; what is more waits for the digest. Critical ones always pass. */
		messagesADay: z.int().min(1).default(20),
		/** Asia/Shanghai: what waited, by night or because it was too much, goes out in one message. */
		digestAt: z.iso.time({ precision: -1 }).default('07:00'),
		/** What could not be told for so long is not told any more. */
		giveUpHours: z.number().positive().default(24),
		source: Source.default("Alertmanager's defaults; the rest our own choice"),
	})
	.prefault({})
export type Alerting = z.infer<typeof Alerting>
