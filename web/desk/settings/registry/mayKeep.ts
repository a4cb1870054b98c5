import { currentSession } from '../../../signIn/session.ts'

/** Whether whoever is signed in keeps the registry: administrators do, the township's staff look at it. */
export const mayKeep = (): boolean => currentSession()?.me.role === 'admin'
