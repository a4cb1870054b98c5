import { writeFrame } from '../../codecs/hj212/scanner.ts'
import type { Segment } from '../../codecs/hj212/segment.ts'

/** System code of answers: interaction between systems. */
const INTERACTION = '91'

/**
 * What answers a command: 9014 those that bring data; 9013 the request for the time and, of 2025, the sign of life;
 * answers and anything else are not answered.
 */
function answerTo(cn: string): string | undefined {
	if (/^[23]\d{3}$/.test(cn)) return '9014'
	return cn === '1013' || cn === '9015' ? '9013' : undefined
}

/**
 * The frame that acknowledges a segment, with its request number; undefined where none is asked for. Without a flag one
 * is sent, as those stations that leave it out still wait for it. In the 2005 edition the request stands in the data area;
 * later it is that of the answer itself, which does no harm to the older ones.
 */
export function acknowledgement({ qn, cn, mn, pw, flag }: Segment): string | undefined {
	const answer = answerTo(cn)
	if (answer === undefined || (flag !== undefined && (flag & 1) === 0)) return undefined
	const edition = (flag ?? 0) >> 2
	const request = [...(qn === undefined ? [] : [`QN=${qn}`]), `CN=${cn}`].join(';')
	const fields = [
		...(qn === undefined ? [] : [`QN=${qn}`]),
		`ST=${INTERACTION}`,
		`CN=${answer}`,
		`PW=${pw ?? ''}`,
		`MN=${mn}`,
		`Flag=${edition << 2}`,
		`CP=&&${edition === 0 ? request : ''}&&`,
	]
	return writeFrame(fields.join(';'))
}
