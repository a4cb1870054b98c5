import { writeFrame } from '../../../../../devices/codecs/hj212/scanner.ts'
import type { Decoded } from '../../../../../shared/contract/telemetry/reading.ts'
import { toilet } from '../../../../doubles/township.ts'
import { book, decode } from '../decode.ts'

/** Twenty-four characters, as from 2017 on. */
export const MN = '010000A8900016F000169DC0'
export const station = { ...toilet, id: 'works-1', kind: 'sewage' as const, mn: MN }

/** A segment of the 2017 edition that asks for an acknowledgement; what differs is said. */
export const segmentOf = (
	data: string,
	{ qn = '20260801085857223', cn = '2011', pw = '123456', mn = MN, flag = '5', more = '' } = {},
): string => `QN=${qn};ST=32;CN=${cn};PW=${pw};MN=${mn};Flag=${flag};${more}CP=&&${data}&&`

export const frameOf = (...args: Parameters<typeof segmentOf>): string => writeFrame(segmentOf(...args))

/** What ingest understands of frames from a station that is registered. */
export const understood = (...frames: string[]): Decoded =>
	decode('hj212', Buffer.from(frames.join(''), 'latin1'), { devices: book(station) })

/** Half past eight in the morning in China. */
export const AT = Date.parse('2026-08-01T08:30:00+08:00')
export const TIME = 'DataTime=20260801083000'
