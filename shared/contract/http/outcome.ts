import { faultText, pathText } from '../text/fault.ts'
import { schemaFaults } from '../text/schemaFaults.ts'
import type { Told } from '../text/told.ts'
import type * as z from '../zod.ts'
import type { FieldError, Problem } from './problem.ts'

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

const problem = (status: number, type: string, title: Told, detail?: Told): Problem => ({
	type: `https://green-courtyard.example/problems/${type}`,
	title: title.en,
	status,
	...(detail === undefined ? {} : { detail: detail.en }),
	zh: { title: title.zh, ...(detail === undefined ? {} : { detail: detail.zh }) },
})

/** @param what follows "There is no" and “没有” */
export const notFound = (what: Told): Problem =>
	problem(
		404,
		'not-found',
		{ zh: '没有找到', en: 'Not found' },
		{ zh: `没有${what.zh}。`, en: `There is no ${what.en}.` },
	)
export const forbidden = (detail: Told): Problem =>
	problem(403, 'forbidden', { zh: '没有权限', en: 'Not allowed' }, detail)
export const unauthorized = (): Problem =>
	problem(
		401,
		'unauthorized',
		{ zh: '请先登录', en: 'Sign in' },
		{ zh: '登录后才能这样做；登录可能已过期，请重新登录。', en: 'This needs a valid bearer token.' },
	)
export const methodNotAllowed = (): Problem =>
	problem(405, 'method-not-allowed', { zh: '这个地址不支持这种操作', en: 'Method not allowed' })
/** @param possible what could be done instead */
export const conflict = (detail: Told, possible?: readonly string[]): Problem => ({
	...problem(409, 'conflict', { zh: '现在不能这样做', en: 'Not possible as things stand' }, detail),
	...(possible === undefined ? {} : { possible }),
})
export const unprocessable = (detail: Told): Problem =>
	problem(422, 'unprocessable', { zh: '内容太多，处理不了', en: 'Not possible at this size' }, detail)
/** @param retryAfter seconds until it may work again */
export const tooMany = (retryAfter: number): Problem => {
	const minutes = Math.max(1, Math.ceil(retryAfter / 60))
	const detail = { zh: `请求太多，请 ${minutes} 分钟后再试。`, en: `Please try again in ${minutes} min.` }
	return { ...problem(429, 'too-many', { zh: '请求太多', en: 'Too many at once' }, detail), retryAfter }
}
export const internal = (): Problem =>
	problem(
		500,
		'internal',
		{ zh: '系统出了问题', en: 'Something went wrong on our side' },
		{ zh: '系统出了问题，已经记录，请稍后再试。', en: 'It has been noted; please try again.' },
	)

/** Somebody changed it since the caller looked: what it is now. */
export const changedMeanwhile = (version: number, current: unknown): Problem => ({
	...problem(
		412,
		'changed-meanwhile',
		{ zh: '别人先改了', en: 'Somebody was faster' },
		{ zh: '别人先改了，请看过现在的内容再操作。', en: 'See "current", and try again with its version.' },
	),
	version,
	current,
})
export const needsVersion = (): Problem =>
	problem(
		428,
		'needs-version',
		{ zh: '没有说明看到的是哪个版本', en: 'Say which version you saw' },
		{ zh: '请刷新页面后再操作。', en: 'Send the ETag of what you saw as If-Match.' },
	)

const askForAnother: Told = { zh: '请向镇里要一个新的链接。', en: 'Ask the township for another.' }
const linkTrouble = {
	invalid: {
		title: { zh: '链接打不开', en: 'This link does not work' },
		detail: {
			zh: '请按收到的原样打开链接，或向镇里要一个新的。',
			en: 'Open the link exactly as it was sent, or ask the township for another.',
		},
	},
	expired: { title: { zh: '链接已过期', en: 'This link has expired' }, detail: askForAnother },
	revoked: { title: { zh: '链接已收回', en: 'This link was taken back' }, detail: askForAnother },
} as const

/** Why the link of a task opens nothing. */
export const linkRefused = (because: keyof typeof linkTrouble): Problem =>
	problem(401, `link-${because}`, linkTrouble[because].title, linkTrouble[because].detail)
export const linkUsedElsewhere = (): Problem =>
	problem(
		403,
		'link-used-elsewhere',
		{ zh: '链接已在另一部手机上使用', en: 'This link is in use elsewhere' },
		{
			zh: '在这里只能查看；要处理，请向镇里要一个自己的链接。',
			en: 'With it the task can be looked at here; to change something, ask the township for a link of your own.',
		},
	)

const photoTrouble = {
	missing: {
		zh: '照片没有上传成功，或者放了太久，请重新拍照。',
		en: 'The photo is not here (any more): please send it anew.',
	},
	'not-yours': {
		zh: '这张照片是为别处上传的，请重新拍照。',
		en: 'This photo was sent for something else: please send one for this.',
	},
	'other-type': { zh: '只能用 JPEG、PNG 或 WebP 照片。', en: 'A photo is a JPEG, a PNG or a WebP.' },
	damaged: { zh: '照片不完整，请重新拍照。', en: 'The photo is not whole: please send it anew.' },
	'too-large': { zh: '一张照片不超过 5 MB。', en: 'A photo has at most 5 MB.' },
} as const
export type PhotoTrouble = keyof typeof photoTrouble

/** Why a photo is not taken; everything else of what came with it was in order. */
export const photoRefused = (because: PhotoTrouble): Problem => ({
	...problem(422, 'photo-refused', { zh: '这张照片用不了', en: 'This photo cannot be taken' }, photoTrouble[because]),
	errors: [fieldError('photo', photoTrouble[because])],
})

export const fieldError = (field: string, { zh, en }: Told): FieldError => ({ field, message: en, zh })

const INVALID: Told = { zh: '填写的内容有误', en: 'Invalid input' }

/**
 * What was wrong with the input, field by field.
 * @param where query or body
 */
export const invalid = ({ issues }: z.core.$ZodError, where: keyof typeof places, input: unknown): Problem => ({
	...problem(400, 'invalid-input', INVALID, {
		zh: `${places[where]}有误，请看各项说明。`,
		en: `The ${where} is not as expected; see "errors".`,
	}),
	errors: schemaFaults(input, issues).map((fault) => fieldError(pathText(fault.path) || where, faultText(fault))),
})

const places = { query: '查询条件', body: '提交的内容' } as const

export const badRequest = (field: string, message: Told): Problem => badFields([fieldError(field, message)])

/** Several fields at once, so that nobody has to send a form again for each. */
export const badFields = (errors: FieldError[]): Problem => ({
	...problem(400, 'invalid-input', INVALID, SEE_ERRORS),
	errors,
})

const SEE_ERRORS: Told = { zh: '请看各项说明。', en: 'See "errors".' }

/** What this person may not do, where another value of the field would be allowed. */
export const forbiddenField = (field: string, message: Told): Problem => ({
	...forbidden(SEE_ERRORS),
	errors: [fieldError(field, message)],
})

export const isProblem = (outcome: Outcome): outcome is Problem => 'title' in outcome
