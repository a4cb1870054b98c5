type Fields = Record<string, unknown>

const line = (level: 'INFO' | 'WARN' | 'ERROR', message: string, fields: Fields): string =>
	JSON.stringify({ level, message, ...fields })

/** One JSON object a line, as CloudWatch Logs Insights reads it. */
export const log = {
	info: (message: string, fields: Fields = {}): void => console.info(line('INFO', message, fields)),
	warn: (message: string, fields: Fields = {}): void => console.warn(line('WARN', message, fields)),
	error: (message: string, error: unknown, fields: Fields = {}): void =>
		console.error(line('ERROR', message, { ...fields, error: describe(error) })),
}

const describe = (error: unknown): unknown =>
	error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
