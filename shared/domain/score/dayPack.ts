import type { DeviceDay } from '../../contract/score/score.ts'
import { Revolution } from '../../contract/telemetry/measurand.ts'
import { packHours, unpackHours } from './hoursPack.ts'
import { doubtDigit, doubtOf } from './storedDigits.ts'

/**
 * The devices of a courtyard's day as text, one line each: `toilet-1 toilet s85.2,d0 ;A12.5*3;;…`: device, revolution, what is
 * known of the whole day, its hours. The same days always give the same text, and it is read back to the bit.
 */
export const packDevices = (devices: readonly DeviceDay[]): string => devices.map(packDevice).join('\n')

/** @throws when the text is not one of `packDevices` */
export const unpackDevices = (text: string): DeviceDay[] => (text === '' ? [] : text.split('\n').map(unpackDevice))

/** `d` and a digit for each doubt, `s` the index shown last, `k` since when it stood still, `r` the radio signal. */
function packDevice({ device, revolution, hours, doubts, shown, stuckSince, signal }: DeviceDay): string {
	const facts = [
		doubts.length === 0 ? [] : `d${doubts.map(doubtDigit).join('')}`,
		shown === undefined ? [] : `s${shown}`,
		stuckSince === undefined ? [] : `k${stuckSince}`,
		signal === undefined ? [] : `r${signal}`,
	]
	return `${device} ${revolution} ${facts.flat().join(',')} ${packHours(hours)}`
}

function unpackDevice(line: string): DeviceDay {
	const [device = '', revolution, facts = '', hours = ''] = line.split(' ')
	const known = new Map(facts.split(',').map((fact) => [fact.charAt(0), fact.slice(1)]))
	const [shown, stuckSince, signal] = ['s', 'k', 'r'].map((letter) => known.get(letter))
	return {
		device,
		revolution: Revolution.parse(revolution),
		hours: unpackHours(hours),
		doubts: [...(known.get('d') ?? '')].map(doubtOf),
		...(shown === undefined ? {} : { shown: Number(shown) }),
		...(stuckSince === undefined ? {} : { stuckSince: Number(stuckSince) }),
		...(signal === undefined ? {} : { signal: Number(signal) }),
	}
}
