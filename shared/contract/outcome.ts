import type { Problem } from './problem.ts'
import type * as z from './zod.ts'

/** A file for people, instead of a JSON body. */
export type OutcomeFile = {
	type: string
	content: string | Uint8Array
	/** Under which it is saved; absent: it is shown. */
	name?: string
}

/** What a use case answers: a body, or a problem that was to be expected. Faults are exceptions. */
export type Outcome =
	| { status: number; body?: unknown; file?: OutcomeFile; headers?: Readonly<Record<string, string>> }
	| Problem

export const ok = (body: unknown): Outcome => ({ status: 200, body })
export const file = (content: OutcomeFile): Outcome => ({ status: 200, file: content })
export const created = (body: unknown): Outcome => ({ status: 201, body })

const problem = (status: number, type: string, title: string, detail?: string): Problem => ({
	type: `https://green-courtyard.example/problems/${type}`,
	title,
	status,
	...(detail === undefined ? {} : { detail }),
})

export const notFound = (what: string): Problem => problem(404, 'not-found', 'Not found', `There is no ${what}.`)
export const forbidden = (detail: string): Problem => problem(403, 'forbidden', 'Not allowed', detail)
export const unauthorized = (): Problem => problem(401, 'unauthorized', 'Sign in', 'This needs a valid bearer token.')
export const methodNotAllowed = (): Problem => problem(405, 'method-not-allowed', 'Method not allowed')
/** @param possible what could be done instead */
export const conflict = (detail: string, possible?: readonly string[]): Problem => ({
	...problem(409, 'conflict', 'Not possible as things stand', detail),
	...(possible === undefined ? {} : { possible }),
})
export const unprocessable = (detail: string): Problem =>
	problem(422, 'unprocessable', 'Not possible at this size', detail)
/** @param retryAfter seconds until it may work again */
export const tooMany = (retryAfter: number): Problem => {
	const minutes = Math.max(1, Math.ceil(retryAfter / 60))
	const detail = `请求太多，请 ${minutes} 分钟后再试。Please try again in ${minutes} min.`
	return { ...problem(429, 'too-many', 'Too many at once', detail), retryAfter }
}
export const internal = (): Problem =>
	problem(500, 'internal', 'Something went wrong on our side', 'It has been noted; please try again.')

/** Somebody changed it since the caller looked: what it is now. */
export const changedMeanwhile = (version: number, current: unknown): Problem => ({
	...problem(412, 'changed-meanwhile', 'Somebody was faster', 'See "current", and try again with its version.'),
	version,
	current,
})
export const needsVersion = (): Problem =>
	problem(428, 'needs-version', 'Say which version you saw', 'Send the ETag of what you saw as If-Match.')

const linkTrouble = {
	invalid: {
		title: 'This link does not work',
		detail: 'Open the link exactly as it was sent, or ask the township for another.',
	},
	expired: { title: 'This link has expired', detail: 'Ask the township for another.' },
	revoked: { title: 'This link was taken back', detail: 'Ask the township for another.' },
} as const

/** Why the link of a task opens nothing. */
export const linkRefused = (because: keyof typeof linkTrouble): Problem =>
	problem(401, `link-${because}`, linkTrouble[because].title, linkTrouble[because].detail)
export const linkUsedElsewhere = (): Problem =>
	problem(
		403,
		'link-used-elsewhere',
		'This link is in use elsewhere',
		'With it the task can be looked at here; to change something, ask the township for a link of your own.',
	)

const photoTrouble = {
	missing: '照片没有上传成功，或者放了太久，请重新拍照。 The photo is not here (any more): please send it anew.',
	'not-yours': '这张照片是为别处上传的，请重新拍照。 This photo was sent for something else: please send one for this.',
	'other-type': '只能用 JPEG、PNG 或 WebP 照片。 A photo is a JPEG, a PNG or a WebP.',
	damaged: '照片不完整，请重新拍照。 The photo is not whole: please send it anew.',
	'too-large': '一张照片不超过 5 MB。 A photo has at most 5 MB.',
} as const
export type PhotoTrouble = keyof typeof photoTrouble

/** Why a photo is not taken; everything else of what came with it was in order. */
export const photoRefused = (because: PhotoTrouble): Problem => ({
	...problem(422, 'photo-refused', 'This photo cannot be taken', photoTrouble[because]),
	errors: [{ field: 'photo', message: photoTrouble[because] }],
})

/** What was wrong with the input, field by field. */
export function invalid(error: z.core.$ZodError, where: string): Problem {
	return {
		...problem(400, 'invalid-input', 'Invalid input', `The ${where} is not as expected; see "errors".`),
		errors: error.issues.map(({ path, message }) => ({ field: path.join('.') || where, message })),
	}
}

export const badRequest = (field: string, message: string): Problem => badFields([{ field, message }])

/** Several fields at once, so that nobody has to send a form again for each. */
export const badFields = (errors: { field: string; message: string }[]): Problem => ({
	...problem(400, 'invalid-input', 'Invalid input', 'See "errors".'),
	errors,
})

/** What this person may not do, where another value of the field would be allowed. */
export const forbiddenField = (field: string, message: string): Problem => ({
	...forbidden('See "errors".'),
	errors: [{ field, message }],
})

export const isProblem = (outcome: Outcome): outcome is Problem => 'title' in outcome
