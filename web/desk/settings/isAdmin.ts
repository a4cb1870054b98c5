import { currentSession } from '../../signIn/session.ts'

/** Whether whoever is signed in keeps the settings: others see them. */
export const isAdmin = (): boolean => currentSession()?.me.role === 'admin'
