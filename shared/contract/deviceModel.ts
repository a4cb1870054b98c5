import * as z from 'zod'

/** Sensors whose published payload tables `devices/codecs/milesight` follows. */
export const deviceModels = [
	'GS301',
	'EM300-TH',
	'EM300-MCS',
	'EM300-SLD',
	'EM300-ZLD',
	'EM300-MLD',
	'EM320-TH',
	'EM310-UDL',
	'EM400-MUD',
	'EM400-TLD',
	'EM400-UDL',
	'EM500-SWL',
	'EM500-UDL',
	'VS121',
	'VS132',
	'VS133',
	'VS350',
	'VS351',
	'VS360',
	'WS201',
] as const
export const DeviceModel = z.enum(deviceModels)
export type DeviceModel = z.infer<typeof DeviceModel>
