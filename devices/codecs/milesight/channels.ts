import type { Channel, Frame, Quantity, Seen } from './frame.ts'
import { nothingSeen } from './frame.ts'

/**
 * The channels of Milesight's payload tables (`README.md` of each sensor in Milesight-IoT/SensorDecoders), as facts in
 * our own code. A figure after a name is the channel's id, which differs between sensors.
 */

const simple =
	(type: number, size: number, take: (data: DataView, seen: Seen) => void) =>
	(id: number): Channel => ({ id, type, size, take: (data, { now }) => take(data, now) })

const number =
	(quantity: Quantity, read: (data: DataView) => number) =>
	(data: DataView, { values }: Seen): void => {
		values[quantity] = read(data)
	}

export const tenths = (data: DataView, at = 0): number => data.getInt16(at, true) / 10
export const millimetres = (data: DataView, at = 0): number => data.getUint16(at, true)

export const battery = simple(
	0x75,
	1,
	number('battery', (data) => data.getUint8(0)),
)
export const temperature = simple(0x67, 2, number('temperature', tenths))
export const distance = simple(0x82, 2, number('distance', millimetres))
export const content = simple(
	0xd6,
	1,
	number('content', (data) => data.getUint8(0)),
)
export const depth = simple(0x77, 2, (data, seen) => takeDepth(data, 0, seen))

/** The value that crossed a threshold, or came back, with one byte that says which: a value like any other. */
export const temperatureAlarm = simple(0x67, 3, number('temperature', tenths))
export const distanceAlarm = simple(0x82, 3, number('distance', millimetres))

/** 0: upright, 1: tilted. */
export const position = simple(0x00, 1, (data, seen) => {
	seen.tilted = data.getUint8(0) === 1
})

/** A gas: 0xFFFE while the cell is polarising, 0xFFFF when it failed. */
export const gas = (id: number, quantity: 'ammonia' | 'hydrogenSulfide', partsPerPpm: number): Channel =>
	simple(0x7d, 2, (data, { values, marks }) => {
		const raw = data.getUint16(0, true)
		if (raw === 0xfffe) marks[quantity] = 'polarising'
		else if (raw === 0xffff) marks[quantity] = 'sensor-error'
		else values[quantity] = raw / partsPerPpm
	})(id)

/** People in and out since the last report; who came in made a visit. */
export const period = simple(0xcc, 4, (data, { values }) => {
	values.entered = (values.entered ?? 0) + data.getUint16(0, true)
})

/** Something that no measurand has. */
export const other = (id: number, type: number, size: number, name: string): Channel =>
	simple(type, size, (_, { others }) => void others.push(name))(id)
export const humidity = (id: number): Channel => other(id, 0x68, 1, 'humidity')

/** A record of the sensor's memory: the seconds since 1970 of its clock, then what it measured. */
export const history = (size: Channel['size'], take: (data: DataView, seen: Seen) => void): Channel => ({
	id: 0x20,
	type: 0xce,
	size,
	take: (data: DataView, { past }: Frame) => {
		const seen = nothingSeen()
		take(data, seen)
		past.push({ seconds: data.getUint32(0, true), seen })
	},
})

export const climateRecord = (size: number): Channel =>
	history(size, (data, seen) => {
		seen.values.temperature = tenths(data, 4)
		seen.others.push('humidity')
	})
export const distanceRecord = history(6, (data, { values }) => {
	values.distance = millimetres(data, 4)
})
export const depthRecord = history(6, (data, seen) => takeDepth(data, 4, seen))

/** Its fifth byte says whether the totals follow. */
export const periodRecord = history(
	(data) => (data.byteLength > 4 && data.getUint8(4) === 1 ? 13 : 9),
	(data, { values }) => {
		values.entered = data.getUint16(5, true)
	},
)

/** Centimetres; 0xFFFF: could not be measured, 0xFFFD: out of the sensor's range. */
function takeDepth(data: DataView, at: number, { values, marks }: Seen): void {
	const raw = data.getUint16(at, true)
	if (raw === 0xffff) marks.depth = 'sensor-error'
	else if (raw === 0xfffd) marks.depth = 'out-of-range'
	else values.depth = raw * 10
}
