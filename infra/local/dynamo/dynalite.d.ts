declare module 'dynalite' {
	import type { Server } from 'node:http'

	/** Durations in milliseconds; `path` is what the store is told, in memory when absent. */
	type Options = {
		path?: string
		ssl?: boolean
		createTableMs?: number
		deleteTableMs?: number
		updateTableMs?: number
	}
	export default function dynalite(options: Options): Server
}
