import type { Problem } from '../../shared/contract/http/problem.ts'

/** Why a link opens nothing. */
export type LinkTrouble = 'invalid' | 'expired' | 'revoked' | 'moved'

const troubles: readonly LinkTrouble[] = ['invalid', 'expired', 'revoked']

/**
 * What a problem says about the link; undefined where it is about something else. 403 and 404: the link is good, and its
 * task has gone to another courtyard or is no more.
 */
export const linkTrouble = ({ type, status }: Pick<Problem, 'type' | 'status'>): LinkTrouble | undefined => {
	const named = troubles.find((trouble) => type.endsWith(`/link-${trouble}`))
	if (named !== undefined) return named
	return status === 403 || status === 404 ? 'moved' : undefined
}
