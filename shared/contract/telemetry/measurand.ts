import * as z from '../zod.ts'

/** The kinds of device. `toilet`, `waste` and `sewage` are the three revolutions (三大革命) and carry a score. */
export const revolutions = ['toilet', 'waste', 'sewage'] as const
export const Revolution = z.enum(revolutions)
export type Revolution = z.infer<typeof Revolution>

/** `display` is a loudspeaker or screen that only listens; `gateway` speaks for the devices listed under it. */
export const DeviceKind = z.enum([...revolutions, 'display', 'gateway'])
export type DeviceKind = z.infer<typeof DeviceKind>

/**
 * The measured quantities, each with one fixed unit (docs/devices.md; design: domain section 2).
 * The order is part of the storage format: append only.
 */
export const measurands = [
	'ammonia', // mg/m³
	'hydrogenSulfide', // mg/m³
	'septicLevel', // % full
	'visits', // count since the last reading
	'fill', // % full
	'temperature', // °C
	'tilt', // degree
	'ph', // pH
	'cod', // mg/L
	'ammoniaNitrogen', // mg/L
	'totalPhosphorus', // mg/L
	'totalNitrogen', // mg/L
	'suspendedSolids', // mg/L
	'waterTemperature', // °C
	'level', // % of well
	'flow', // m³/h
	'pumpFault', // 0 or 1
	'battery', // %
	'signal', // dBm
	'snr', // dB
	'nextWithin', // s: the device says it will be heard again within (SenML ut)
] as const
export const Measurand = z.enum(measurands)
export type Measurand = z.infer<typeof Measurand>

/** Values of one instant, by measurand, in the unit of the measurand. */
export type Values = Partial<Record<Measurand, number>>
