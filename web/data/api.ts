import { bearer, renewed } from '../signIn/session.ts'
import { type Answer, type Call, request } from './request.ts'

/** A call of the API as whoever is signed in; once more with a new token where the old one has run out. */
export const api = async <T>(path: string, call: Omit<Call, 'token'> = {}): Promise<Answer<T>> => {
	const answer = await request<T>(path, { ...call, token: bearer() })
	const isExpired = answer.is === 'refused' && answer.problem.status === 401 && bearer() !== undefined
	if (!isExpired || !(await renewed())) return answer
	return request<T>(path, { ...call, token: bearer() })
}
