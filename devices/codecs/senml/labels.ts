/** The labels of SenML's fields (RFC 8428, table 1) and the integers that stand for them in CBOR (table 4). */
export const cborLabels: ReadonlyMap<unknown, string> = new Map([
	[-1, 'bver'],
	[-2, 'bn'],
	[-3, 'bt'],
	[-4, 'bu'],
	[-5, 'bv'],
	[-6, 'bs'],
	[0, 'n'],
	[1, 'u'],
	[2, 'v'],
	[3, 'vs'],
	[4, 'vb'],
	[5, 's'],
	[6, 't'],
	[7, 'ut'],
	[8, 'vd'],
])

const sorts = {
	bn: 'string',
	bt: 'number',
	bu: 'string',
	bv: 'number',
	bs: 'number',
	bver: 'number',
	n: 'string',
	u: 'string',
	v: 'number',
	vs: 'string',
	vb: 'boolean',
	vd: 'string',
	s: 'number',
	t: 'number',
	ut: 'number',
} as const

export type Label = keyof typeof sorts

type Sorts = { string: string; number: number; boolean: boolean }

/** A record as it stands in a pack. */
export type SenmlRecord = { [L in Label]?: Sorts[(typeof sorts)[L]] }

export const isLabel = (key: string): key is Label => Object.hasOwn(sorts, key)

/** The sort of value a label takes. */
export const sortOf = (label: Label): 'string' | 'number' | 'boolean' => sorts[label]
