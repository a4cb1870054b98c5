import type { Revolution } from '../../shared/contract/telemetry/measurand.ts'

/** The order in which they stand everywhere. Not taken from the contract's list: that would bring the schemas along. */
export const revolutionOrder = ['toilet', 'waste', 'sewage'] as const satisfies readonly Revolution[]
