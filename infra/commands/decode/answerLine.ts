import type { DecodeContext } from '../../../shared/contract/telemetry/decoding.ts'
import type { Fault, Ignored, Reading } from '../../../shared/contract/telemetry/reading.ts'
import { faultWords } from '../../../shared/domain/telemetry/faultWords.ts'
import type { Format } from './format.ts'

type Told = { code: Fault['code']; message: string }
type Understood = Pick<Reading, 'device' | 'values'> & {
	at: string
	quality: NonNullable<Reading['quality']>
	/** What the device promised, apart from what it measured. */
	nextWithin?: number
}
export type Answer =
	| {
			readings: Understood[]
			faults?: Told[]
			unknown?: string[]
			ignored?: Ignored
	  }
	| { error: Told }

/** What the system understands of one line. An error where it understands nothing of it. */
export function answerLine({ decode }: Format, line: string, context: DecodeContext): Answer {
	const { readings, faults, unknownKeys, ignored } = decode(line, context)
	const [first] = faults
	if (readings.length === 0 && first) return { error: told(first) }
	return {
		readings: readings.map(({ device, at, values: { nextWithin, ...values }, quality = {} }) => ({
			device,
			at: new Date(at).toISOString(),
			values,
			quality,
			...(nextWithin === undefined ? {} : { nextWithin }),
		})),
		...(faults.length > 0 ? { faults: faults.map(told) } : {}),
		...(unknownKeys.length > 0 ? { unknown: [...new Set(unknownKeys)] } : {}),
		...(ignored === undefined ? {} : { ignored }),
	}
}

/** In Chinese, then in English, as all commands speak. */
const told = (fault: Fault): Told => {
	const { zh, en } = faultWords(fault)
	return { code: fault.code, message: `${zh} / ${en}` }
}
