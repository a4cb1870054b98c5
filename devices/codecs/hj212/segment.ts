/** The data segment of a frame: who speaks, what for, and the data area that stands between `&&` and `&&`. */
export type Segment = {
	/** Request number, `YYYYMMDDhhmmsszzz`; some stations send none. */
	qn?: string
	/** Command. */
	cn: string
	/** System; 32 is surface water as a source of pollution. */
	st?: string
	pw?: string
	/** The station. */
	mn: string
	/** Bit 0: to be acknowledged. Bit 1: there are part numbers. From bit 2 on the edition: 0 is 2005, 1 is 2017, 2 is 2025. */
	flag?: number
	/** Of a packet in parts: how many, and which this is, from 1 on. */
	part?: { of: number; number: number }
	data: string
}

export type SegmentFault = { field: string; expected: string; got: string }

/** A segment without its station's password, which is nobody's business beyond the gateway. */
export const withoutPassword = (segment: string): string => {
	const { head, rest } = splitAtData(segment)
	const kept = head.split(';').filter((field) => !/^\s*PW\s*=/i.test(field))
	return kept.join(';') + rest
}

/** Reads a data segment. Names of fields are read in any case of letters; a field that says two things is refused. */
export function readSegment(text: string): Segment | SegmentFault {
	const { head, rest } = splitAtData(text)
	const fields = new Map<string, string>()
	for (const part of head.split(';')) {
		const equals = part.indexOf('=')
		if (equals < 0) continue
		const name = part.slice(0, equals).trim().toUpperCase()
		const value = part.slice(equals + 1).trim()
		const known = fields.get(name)
		if (known !== undefined && known !== value) return { field: name, expected: known, got: value }
		fields.set(name, value)
	}
	const mn = fields.get('MN') ?? ''
	if (!/^[0-9A-Za-z_-]{1,32}$/.test(mn)) return { field: 'MN', expected: 'the number of a station', got: mn }
	const cn = fields.get('CN') ?? ''
	if (!/^\d{4}$/.test(cn)) return { field: 'CN', expected: 'four digits', got: cn }
	const [qn, st, pw] = [fields.get('QN'), fields.get('ST'), fields.get('PW')]
	const flag = wholeNumber(fields.get('FLAG'))
	const [of, number] = [wholeNumber(fields.get('PNUM')), wholeNumber(fields.get('PNO'))]
	const isPart = of !== undefined && number !== undefined && of > 1 && number >= 1 && number <= of
	return {
		cn,
		mn,
		data: dataArea(rest),
		...(qn ? { qn } : {}),
		...(st ? { st } : {}),
		...(pw ? { pw } : {}),
		...(flag === undefined ? {} : { flag }),
		...(isPart ? { part: { of, number } } : {}),
	}
}

function splitAtData(text: string): { head: string; rest: string } {
	const start = text.search(/CP=&&/i)
	return start < 0 ? { head: text, rest: '' } : { head: text.slice(0, start), rest: text.slice(start) }
}

/** `CP=&&…&&` without its ends. */
const dataArea = (rest: string): string => {
	const inside = rest.slice('CP=&&'.length)
	return inside.endsWith('&&') ? inside.slice(0, -2) : inside
}

const wholeNumber = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined
