import * as z from '../../../shared/contract/zod.ts'

/** What the engine's process tells once it has tried to start. */
export const engineMessage = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('listening'), port: z.int() }),
	z.object({ kind: z.literal('locked') }),
	z.object({ kind: z.literal('failed'), reason: z.string() }),
])
export type EngineMessage = z.infer<typeof engineMessage>
