/** What the data area says of one code at one time: `w01018-Rtd=12.3,w01018-Flag=N`. */
export type Group = {
	code: string
	/** The time of data it stands under, as written; undefined where none was said. */
	dataTime?: string
	/** By field (`RTD`, `AVG`, `FLAG`, `SAMPLETIME` …). */
	fields: ReadonlyMap<string, string>
	/** Fields of which the group says two different things. */
	contradicted: ReadonlySet<string>
}

export type DataArea = {
	groups: Group[]
	/** Names that are no field of a code, such as `RtdInterval`. */
	others: string[]
}

type Growing = Group & { fields: Map<string, string>; contradicted: Set<string> }

/**
 * Takes a data area apart. Fields of a code belong together whether `,` or `;` stands between them, and a field that is
 * repeated with the same value is said once. `DataTime` holds for what follows it, as several times may be told at once.
 */
export function readDataArea(data: string): DataArea {
	const groups = new Map<string, Growing>()
	const others: string[] = []
	let dataTime: string | undefined
	for (const token of data.split(/[;,]/)) {
		const equals = token.indexOf('=')
		if (equals < 0) {
			if (token.trim() !== '') others.push(token.trim())
			continue
		}
		const name = token.slice(0, equals).trim()
		const value = token.slice(equals + 1).trim()
		if (name.toUpperCase() === 'DATATIME') {
			dataTime = value
			continue
		}
		const dash = name.lastIndexOf('-')
		if (dash <= 0) {
			others.push(name)
			continue
		}
		const [code, field] = [name.slice(0, dash), name.slice(dash + 1).toUpperCase()]
		const key = `${dataTime} ${code}`
		const group = groups.get(key) ?? newGroup(code, dataTime)
		groups.set(key, group)
		const known = group.fields.get(field)
		if (known === undefined) group.fields.set(field, value)
		else if (known !== value) group.contradicted.add(field)
	}
	return { groups: [...groups.values()], others }
}

const newGroup = (code: string, dataTime: string | undefined): Growing => ({
	code,
	...(dataTime === undefined ? {} : { dataTime }),
	fields: new Map(),
	contradicted: new Set(),
})
