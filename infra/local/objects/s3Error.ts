const statuses = {
	AccessDenied: 403,
	EntityTooLarge: 400,
	EntityTooSmall: 400,
	IncompleteBody: 400,
	InternalError: 500,
	InvalidPolicyDocument: 400,
	InvalidRequest: 400,
	MalformedPOSTRequest: 400,
	MethodNotAllowed: 405,
	NoSuchBucket: 404,
	NoSuchKey: 404,
	PreconditionFailed: 412,
	SignatureDoesNotMatch: 403,
	XAmzContentSHA256Mismatch: 400,
} as const

export type S3Code = keyof typeof statuses

/** What S3 answers instead: the codes of its API reference. */
export class S3Error extends Error {
	readonly code: S3Code
	readonly status: number

	constructor(code: S3Code, message: string) {
		super(message)
		this.code = code
		this.status = statuses[code]
	}

	get xml(): string {
		const text = this.message.replace(/[<>&]/g, (char) => `&#${char.charCodeAt(0)};`)
		return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${this.code}</Code><Message>${text}</Message></Error>`
	}
}
