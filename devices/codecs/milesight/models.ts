import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import * as is from './channels.ts'
import type { Channel } from './frame.ts'

const climate = [is.battery(0x01), is.temperature(0x03), is.humidity(0x04)]
const climateWith = (id: number, name: string): readonly Channel[] => [
	...climate,
	is.other(id, 0x00, 1, name),
	is.climateRecord(8),
]

/** EM400-MUD, -TLD and -UDL share one table. */
const level: readonly Channel[] = [
	is.battery(0x01),
	is.temperature(0x03),
	is.distance(0x04),
	is.position(0x05),
	is.other(0x06, 0x88, 9, 'location'),
	is.temperatureAlarm(0x83),
	is.distanceAlarm(0x84),
]

/**
 * VS350, VS351 and VS360. The counts of an alarm are not taken: the report that closes the period tells the same people
 * again.
 */
const passage: readonly Channel[] = [
	is.other(0x04, 0xcc, 4, 'total_in, total_out'),
	is.period(0x05),
	is.other(0x84, 0xcc, 5, 'total_count_alarm'),
	is.other(0x85, 0xcc, 5, 'period_count_alarm'),
	is.periodRecord,
]
const warmPassage: readonly Channel[] = [is.battery(0x01), is.temperature(0x03), is.temperatureAlarm(0x83), ...passage]

const total = (id: number): Channel => is.other(id, 0xd2, 4, 'total_in, total_out')
const flow = (id: number): Channel => is.other(id, 0xda, 8, 'flow')

/** What each model sends, by its published table. */
export const channelsOf: Readonly<Record<DeviceModel, readonly Channel[]>> = {
	GS301: [
		is.battery(0x01),
		is.temperature(0x02),
		is.humidity(0x03),
		is.gas(0x04, 'ammonia', 100),
		is.gas(0x05, 'hydrogenSulfide', 100),
		// From firmware 1.2 on, with a digit more.
		is.gas(0x06, 'hydrogenSulfide', 1000),
		is.other(0x07, 0xea, 5, 'calibration_result'),
		is.other(0xff, 0x7c, 43, 'sensor_id'),
	],
	'EM300-TH': [...climate, is.climateRecord(8)],
	'EM300-MCS': climateWith(0x06, 'magnet_status'),
	'EM300-SLD': climateWith(0x05, 'leakage_status'),
	'EM300-ZLD': climateWith(0x05, 'leakage_status'),
	// It measures no climate, though its records have the bytes for it. The table has the status at 06, its example at 05.
	'EM300-MLD': [
		is.battery(0x01),
		is.other(0x05, 0x00, 1, 'leakage_status'),
		is.other(0x06, 0x00, 1, 'leakage_status'),
		is.history(8, (_, { others }) => void others.push('leakage_status')),
	],
	'EM320-TH': [...climate, is.climateRecord(7)],
	'EM310-UDL': [is.battery(0x01), is.distance(0x03), is.position(0x04)],
	'EM400-MUD': level,
	'EM400-TLD': level,
	'EM400-UDL': level,
	'EM500-SWL': [is.battery(0x01), is.depth(0x03), is.depthRecord],
	'EM500-UDL': [
		is.battery(0x01),
		is.distance(0x03),
		// The tables disagree whether this distance is in millimetres or tenths of them.
		is.other(0x83, 0xe9, 5, 'distance_mutation'),
		is.distanceRecord,
	],
	VS121: [
		is.other(0x04, 0xc9, 4, 'people_count'),
		is.period(0x05),
		is.other(0x06, 0xcd, 1, 'people_max'),
		is.other(0x07, 0xd5, 8, 'region_count'),
		is.other(0x08, 0xd5, 8, 'region_count'),
		...[0x09, 0x0a, 0x0b, 0x0c].map(flow),
	],
	VS132: [total(0x03), total(0x04), is.period(0x05)],
	// Four lines, each with its own counts.
	VS133: [
		...[0x03, 0x04, 0x06, 0x07, 0x09, 0x0a, 0x0c, 0x0d].map(total),
		...[0x05, 0x08, 0x0b, 0x0e].map(is.period),
		is.other(0x0f, 0xe3, 4, 'region_count'),
		is.other(0x10, 0xe4, 5, 'dwell_time'),
	],
	VS350: warmPassage,
	VS351: warmPassage,
	VS360: [is.battery(0x01), is.other(0x02, 0x75, 1, 'battery_node'), is.other(0x03, 0xf4, 2, 'event'), ...passage],
	WS201: [is.battery(0x01), is.distance(0x03), is.content(0x04)],
}
