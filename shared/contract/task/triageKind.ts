import * as z from '../zod.ts'

/** 三事分流: 大事 goes to the government, 小事 to the village with its residents, 私事 to the resident, with guidance. */
export const TriageKind = z.enum(['big', 'small', 'private'])
export type TriageKind = z.infer<typeof TriageKind>
