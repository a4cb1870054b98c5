import type { Me } from '../../shared/contract/people/me.ts'

/** Who is signed in. In memory only: a page that is loaded anew asks the identity provider again. */
export interface Session {
	readonly token: string
	readonly me: Me
	/** Gets another token without the reader, or undefined where the provider gave no way to. */
	readonly renew: () => Promise<string | undefined>
	readonly signOut: () => Promise<void>
}

let session: Session | undefined

export const currentSession = (): Session | undefined => session
export const bearer = (): string | undefined => session?.token
export const startSession = (started: Session): void => {
	session = started
}

let renewing: Promise<boolean> | undefined

/** Whether there is a new token now. Calls that fail together renew once. */
export const renewed = (): Promise<boolean> => {
	renewing ??= renew().finally(() => {
		renewing = undefined
	})
	return renewing
}

const renew = async (): Promise<boolean> => {
	const token = await session?.renew().catch(() => undefined)
	if (session === undefined || token === undefined) return false
	session = { ...session, token }
	return true
}
