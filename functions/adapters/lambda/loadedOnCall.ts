import { onFirstUse } from './onFirstUse.ts'

/** Only what can be asked before it is there: every method answers with a promise. */
export type Asked<T> = T & {
	readonly [Name in keyof T]: T[Name] extends (...args: never[]) => Promise<unknown> ? T[Name] : never
}

/** Something that is loaded with the first call of one of its methods, as a store that most processes are never asked for. */
export function loadedOnCall<T extends object>(load: () => Promise<Asked<T>>): T {
	const loaded = onFirstUse(load)
	return new Proxy({} as T, {
		get: (_, name) => {
			// Not a promise itself: whoever awaits it gets it as it is.
			if (name === 'then') return undefined
			return async (...args: unknown[]) => {
				const it: object = await loaded()
				return Reflect.apply(Reflect.get(it, name), it, args)
			}
		},
	})
}
