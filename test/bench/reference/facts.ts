/**
 * What is true of a township at one moment, by name, each fact as a text. Two answers to the same question are compared
 * fact by fact: one that is missing, one that is invented and one that differs are each one wrong fact.
 */
export type Facts = Readonly<Record<FactKind, ReadonlyMap<string, string>>>

export const factKinds = ['readings', 'latest', 'alarms', 'tasks', 'alerts', 'scores'] as const
export type FactKind = (typeof factKinds)[number]

export type Difference = { kind: FactKind; name: string; expected: string | undefined; got: string | undefined }

/**
 * An alert that was not asked for is wrong only where there is no such task: an alarm that was over when its readings
 * came may have been heard of while it seemed to go on.
 */
export function differences(expected: Facts, got: Facts): Difference[] {
	return factKinds.flatMap((kind) => {
		const names = new Set([...expected[kind].keys(), ...got[kind].keys()])
		return [...names].flatMap((name) => {
			const pair = { kind, name, expected: expected[kind].get(name), got: got[kind].get(name) }
			const mayBe = kind === 'alerts' && pair.expected === undefined && expected.tasks.has(name)
			return pair.expected === pair.got || mayBe ? [] : [pair]
		})
	})
}

/** Names of what one has and the other has not, or has otherwise. */
export const unlike = (expected: ReadonlyMap<string, string>, got: ReadonlyMap<string, string>): string[] =>
	[...new Set([...expected.keys(), ...got.keys()])].filter((name) => expected.get(name) !== got.get(name))

/** Values in the order of their names, so that equal values are equal texts. */
export const valuesText = (values: Readonly<Record<string, number>>): string =>
	Object.entries(values)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${name}=${value}`)
		.join(' ')

export const alarmText = (raisedAt: string, clearedAt: string | null): string => `${raisedAt} to ${clearedAt ?? 'now'}`

export const iso = (at: number): string => new Date(at).toISOString()
