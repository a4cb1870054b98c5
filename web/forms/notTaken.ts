import type { Answer } from '../data/request.ts'

/** What the form itself sees to be missing or wrong, said at its field as the server's refusals are. */
export const notTaken = (field: string, message: string): Answer<never> => ({
	is: 'refused',
	problem: { type: 'about:blank', title: message, status: 400, errors: [{ field, message }] },
})
