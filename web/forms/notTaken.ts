import type { Problem } from '../../shared/contract/http/problem.ts'
import type { Answer } from '../data/request.ts'

/** A refusal in the words of a page, which are in the reader's language already. */
export const ownProblem = (
	text: string,
	errors: readonly { field: string; message: string }[] = [],
	{ type = 'about:blank', status = 400 }: Partial<Pick<Problem, 'type' | 'status'>> = {},
): Problem => ({
	type,
	title: text,
	status,
	zh: { title: text },
	errors: errors.map(({ field, message }) => ({ field, message, zh: message })),
})

/** What the form itself sees to be missing or wrong, said at its field as the server's refusals are. */
export const notTaken = (field: string, message: string): Answer<never> => ({
	is: 'refused',
	problem: ownProblem(message, [{ field, message }]),
})
