import type middy from '@middy/core'

type Fields = Record<string, unknown>

/** The invocation that is worked on; a Lambda has one at a time. */
let requestId: string | undefined

/** Says in every line which invocation wrote it, as the platform's own lines do (time-outs, crashes). */
export const logged = (): middy.MiddlewareObj => ({
	before: ({ context }) => {
		requestId = context.awsRequestId
	},
})

/**
 * One JSON object a line, straight to the output: what goes through `console` the runtime wraps in an object of its own,
 * as a text in which CloudWatch finds neither fields nor metrics.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
 */
export const writeLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const write = (level: 'INFO' | 'WARN' | 'ERROR', message: string, fields: Fields): void =>
	writeLine({ timestamp: new Date().toISOString(), level, message, requestId, ...fields })

/** Lines that say what happened; the fields that lead from one to the next stand in docs/runbook.md. */
export const log = {
	info: (message: string, fields: Fields = {}): void => write('INFO', message, fields),
	warn: (message: string, fields: Fields = {}): void => write('WARN', message, fields),
	error: (message: string, error: unknown, fields: Fields = {}): void =>
		write('ERROR', message, { ...fields, error: describe(error) }),
}

const describe = (error: unknown): unknown =>
	error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
