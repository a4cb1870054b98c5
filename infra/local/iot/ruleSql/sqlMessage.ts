import type { SqlValue } from './sqlValue.ts'

/** A message as a rule sees it. */
export type SqlMessage = {
	/** Without the prefix `$aws/rules/<rule>/` of Basic Ingest. */
	readonly topic: string
	/** Absent when the message did not come over MQTT. */
	readonly clientId?: string | undefined
	/** Milliseconds since 1970: what timestamp() returns. */
	readonly receivedAt: number
	/** The payload as JSON, or Undefined where it is not JSON. */
	readonly json: () => SqlValue
	readonly payload: Buffer
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The payload is parsed at most once, and only if the SQL asks for a key of it. */
export const createSqlMessage = (message: Omit<SqlMessage, 'json'>): SqlMessage => {
	let parsed: { value: SqlValue } | undefined
	return {
		...message,
		json: () => {
			parsed ??= { value: parseJson(message.payload) }
			return parsed.value
		},
	}
}

const parseJson = (payload: Buffer): SqlValue => {
	try {
		return JSON.parse(utf8.decode(payload))
	} catch {
		return undefined
	}
}
