import * as z from '../zod.ts'

/** `GET /api/health`. */
export const Health = z.object({ status: z.literal('ok'), at: z.iso.datetime() })
export type Health = z.infer<typeof Health>
