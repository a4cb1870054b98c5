import { told } from '../text/told.ts'
import { Until } from '../text/until.ts'
import * as z from '../zod.ts'
import { OutOfService, Shelf } from './registry.ts'

const { reason } = Shelf.shape
const Reason = reason.check(
	z.trim(),
	z.minLength(1, told({ zh: '请写明原因，1 到 200 个字', en: 'say why, in 1 to 200 characters' })),
)

/** Ways to keep alarms from people (ISA-18.2 calls both suppression): what it takes to shelve an alarm. */
export const NewShelf = z.strictObject({ rule: Shelf.shape.rule, until: Until, reason: Reason })
export type NewShelf = z.infer<typeof NewShelf>

export const ShelfView = z.extend(Shelf, {
	from: z.iso.datetime(),
	until: z.iso.datetime(),
	/** What is shelved, in words. */
	text: z.object({ zh: z.string(), en: z.string() }),
	isRunning: z.boolean(),
})
export type ShelfView = z.infer<typeof ShelfView>

/** What it takes to take a device out of service; without `until` it is until somebody brings it back. */
export const NewRepair = z.strictObject({ until: z.optional(Until), reason: Reason })
export type NewRepair = z.infer<typeof NewRepair>

export const RepairView = z.object({
	device: z.string(),
	/** Null: the device is in service. */
	outOfService: z.nullable(z.extend(OutOfService, { from: z.iso.datetime(), until: z.nullable(z.iso.datetime()) })),
})
export type RepairView = z.infer<typeof RepairView>

export const ShelvesView = z.object({ shelves: z.array(ShelfView) })
export type ShelvesView = z.infer<typeof ShelvesView>
