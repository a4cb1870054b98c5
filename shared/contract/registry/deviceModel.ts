import * as z from '../zod.ts'
import { deviceModels } from './deviceModels.ts'

export const DeviceModel = z.enum(deviceModels)
export type DeviceModel = z.infer<typeof DeviceModel>
