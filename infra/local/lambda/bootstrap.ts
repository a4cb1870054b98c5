/**
 * Runs inside each process of a function, as the runtime does on Lambda: loads the bundled handler, then answers one
 * invocation after another. Imports nothing of ours but types, so that a cold start costs only the bundle.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire, flushCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction, constants } from 'node:vm'
import type { Invocation, ProcessMessage } from './protocol.ts'

type Handler = (event: unknown, context: object) => unknown

// The runner is gone, even if it was killed: nobody is left to answer, and the next start must find the machine free.
// (Not noticed inside an endless synchronous loop; a runner that lives ends that at the time-out.)
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches every process of the terminal; the runner lets running invocations end first.
process.on('SIGINT', () => {})

const environment = process.env
const setting = (name: string): string => environment[name] ?? ''
const functionArn = setting('_LOCAL_FUNCTION_ARN')
delete environment._LOCAL_FUNCTION_ARN
delete environment.NODE_COMPILE_CACHE

const send = (message: ProcessMessage): void => {
	process.send?.(message)
}

const describe = (cause: unknown): { errorType: string; errorMessage: string } =>
	cause instanceof Error
		? { errorType: cause.name, errorMessage: cause.message }
		: { errorType: typeof cause, errorMessage: typeof cause === 'string' ? cause : JSON.stringify(cause) }

/**
 * Lambda unpacks a bundle into a folder of its own, where an index.js without a package.json is CommonJS. Here a
 * package.json above the folder would make it an ES module, so it is compiled as what it is.
 */
const loadCommonJs = (file: string): unknown => {
	const module: { exports: unknown } = { exports: {} }
	const parameters = ['exports', 'require', 'module', '__filename', '__dirname']
	const body = compileFunction(readFileSync(file, 'utf8'), parameters, {
		filename: file,
		importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
	})
	body.call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
	return module.exports
}

const loadModule = (root: string, file: string): unknown =>
	file.endsWith('.js') && !existsSync(join(root, 'package.json'))
		? loadCommonJs(file)
		: import(pathToFileURL(file).href)

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const member = (value: unknown, name: string): unknown =>
	(typeof value === 'object' && value !== null) || typeof value === 'function' ? Reflect.get(value, name) : undefined

const loadHandler = async (root: string, handler: string): Promise<Handler> => {
	const dot = handler.lastIndexOf('.')
	const [base, name] = [handler.slice(0, dot), handler.slice(dot + 1)]
	const file = ['.mjs', '.js', '.cjs'].map((extension) => join(root, base + extension)).find(existsSync)
	if (file === undefined)
		throw Object.assign(new Error(`Error: Cannot find module '${base}'`), { name: 'Runtime.ImportModuleError' })
	const module: unknown = await loadModule(root, file)
	const found = member(module, name) ?? member(member(module, 'default'), name)
	if (isHandler(found)) return found
	throw Object.assign(new Error(`${handler} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' })
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
const contextOf = ({ requestId, deadline }: Invocation): object => ({
	awsRequestId: requestId,
	functionName: setting('AWS_LAMBDA_FUNCTION_NAME'),
	functionVersion: setting('AWS_LAMBDA_FUNCTION_VERSION'),
	invokedFunctionArn: functionArn,
	memoryLimitInMB: setting('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
	logGroupName: setting('AWS_LAMBDA_LOG_GROUP_NAME'),
	logStreamName: setting('AWS_LAMBDA_LOG_STREAM_NAME'),
	callbackWaitsForEmptyEventLoop: true,
	getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

const serve = (handler: Handler): void => {
	process.on('message', async (invocation: Invocation) => {
		const { requestId } = invocation
		let payload: string
		try {
			const result = await handler(JSON.parse(invocation.event), contextOf(invocation))
			payload = JSON.stringify(result) ?? 'null'
		} catch (cause) {
			// As the Lambda runtime does: the caller gets type and message, the log gets the stack.
			console.error('Invoke Error', cause)
			send({ kind: 'error', requestId, ...describe(cause) })
			return
		}
		send({ kind: 'result', requestId, payload })
	})
	send({ kind: 'ready' })
}

try {
	serve(await loadHandler(setting('LAMBDA_TASK_ROOT'), setting('_HANDLER')))
	// It would be written at the end, but the end of this process is a SIGKILL.
	flushCompileCache()
} catch (cause) {
	console.error('Init Error', cause)
	send({ kind: 'initError', ...describe(cause) })
}
