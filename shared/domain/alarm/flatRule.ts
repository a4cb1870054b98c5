import type { Measurand } from '../../contract/telemetry/measurand.ts'

/** The rule of a measurand that does not move: `flat-ammonia`. Whether the sensor is stuck, its neighbours tell (sweep). */
export const flatRule = (name: Measurand): string => `flat-${name}`
export const isFlatRule = (rule: string): boolean => rule.startsWith('flat-')
