import type { SqlMessage } from './sqlMessage.ts'
import { isSqlObject, type SqlValue, toInt, toText } from './sqlValue.ts'

export type SqlFunction = {
	/** How many arguments it takes. */
	readonly arity: readonly number[]
	readonly call: (values: readonly SqlValue[], message: SqlMessage) => SqlValue
}

/** encode() has a syntax of its own (`*`) and is not among them. Names are compared in lower case. */
export const sqlFunctions: Readonly<Record<string, SqlFunction>> = {
	/** The topic, or its n-th level counted from 1. */
	topic: {
		arity: [0, 1],
		call: (values, { topic }) => {
			if (values.length === 0) return topic
			const level = toInt(values[0])
			return level === undefined ? undefined : topic.split('/')[level - 1]
		},
	},
	/** "n/a" where the message did not come over MQTT. */
	clientid: { arity: [0], call: (_, { clientId }) => clientId ?? 'n/a' },
	/** Milliseconds since 1970. */
	timestamp: { arity: [0], call: (_, { receivedAt }) => receivedAt },
	/** An item of an array or a string by its index from 0, or a value of an object by its key. */
	get: {
		arity: [2],
		call: ([from, key]) => {
			if (isSqlObject(from)) return typeof key === 'string' && Object.hasOwn(from, key) ? from[key] : undefined
			const index = toInt(key)
			if (index === undefined || index < 0) return undefined
			return Array.isArray(from) || typeof from === 'string' ? from[index] : undefined
		},
	},
	upper: { arity: [1], call: ([value]) => toText(value)?.toUpperCase() },
	lower: { arity: [1], call: ([value]) => toText(value)?.toLowerCase() },
	isundefined: { arity: [1], call: ([value]) => value === undefined },
	isnull: { arity: [1], call: ([value]) => value === null },
}
