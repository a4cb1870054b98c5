import type { DeviceKind } from '../../../../../shared/contract/telemetry/measurand.ts'

export interface Words {
	readonly zh: string
	readonly en: string
}

/** An entry of the registry as a sheet sees it: fields by name, some of them in groups. */
export type Entry = { readonly id: string } & Readonly<Record<string, unknown>>

export interface Choice extends Words {
	readonly value: string | number | boolean
}

/** One field of an entry: a column of the table that is imported, and a question of the form. */
export interface Column {
	/** Its heading for programs, and its name in the form. */
	readonly name: string
	/** Where it stands in the entry. */
	readonly path: readonly string[]
	readonly title: Words
	/** What may stand there, as it is said to whoever put something else. */
	readonly expected: Words
	/** Beside its question in the form, where that says more than what is expected. */
	readonly hint?: Words
	/** What the registry takes where nothing is said. */
	readonly initial?: string
	readonly is: 'text' | 'code' | 'number' | 'day' | 'choice' | 'reference'
	readonly choices?: readonly Choice[]
	/** What a reference names: by its id, or by its name where that is the only one. */
	readonly to?: 'villages' | 'courtyards' | 'devices'
	readonly isRequired?: boolean
	/** Once it is there the registry keeps it: it can be changed, not taken away. */
	readonly isLasting?: boolean
	/** The kinds of device that have it; absent: all. */
	readonly of?: readonly DeviceKind[]
}

export interface Group {
	readonly title: Words
	readonly columns: readonly Column[]
}

/** The entries of one kind as a table. */
export interface Sheet {
	readonly room: 'devices' | 'courtyards'
	readonly title: Words
	readonly columns: readonly Column[]
	/** The columns as the form asks for them. */
	readonly groups: readonly Group[]
	/** What the registry keeps by itself where an entry does not speak of it: never sent, so that nothing newer is lost. */
	readonly kept: readonly string[]
}

/** What stands at a path of an entry; undefined where nothing does. */
export const valueAt = (entry: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>((at, key) => (isGroup(at) ? at[key] : undefined), entry)

/** The group with something at a path, or with nothing there where it is undefined; a group left empty goes too. */
export const withValue = (
	group: Readonly<Record<string, unknown>>,
	[key = '', ...rest]: readonly string[],
	value: unknown,
): Readonly<Record<string, unknown>> => {
	const { [key]: before, ...others } = group
	const inner = rest.length === 0 ? value : withValue(isGroup(before) ? before : {}, rest, value)
	if (inner === undefined || (isGroup(inner) && Object.keys(inner).length === 0)) return others
	return key in group ? { ...group, [key]: inner } : { ...others, [key]: inner }
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
