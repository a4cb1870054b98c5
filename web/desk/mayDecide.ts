import { currentSession } from '../signIn/session.ts'

/** Whether whoever is signed in is of the township: its people publish, decide and inspect. */
export const mayDecide = (): boolean => {
	const role = currentSession()?.me.role
	return role === 'staff' || role === 'admin'
}
