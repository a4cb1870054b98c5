import { deviceModels } from './deviceModels.ts'
import * as z from './zod.ts'

export const DeviceModel = z.enum(deviceModels)
export type DeviceModel = z.infer<typeof DeviceModel>
