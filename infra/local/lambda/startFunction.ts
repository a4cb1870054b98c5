import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { StartError } from '../startError.ts'
import { type FunctionIdentity, functionEnvironment } from './functionEnvironment.ts'
import { type FunctionProcess, startFunctionProcess } from './functionProcess.ts'
import { failed, type Invoke, maxPayloadBytes } from './invokeResult.ts'

export type FunctionOptions = FunctionIdentity & {
	/** The template's variables, resolved. */
	readonly environment: Readonly<Record<string, string>>
	/** Addresses of the local services, such as AWS_ENDPOINT_URL_DYNAMODB; the template's variables win. */
	readonly endpoints?: Readonly<Record<string, string>>
	readonly timeoutSeconds: number
	/** Processes at most; further invocations wait for one (on AWS they would be throttled and retried). */
	readonly concurrency: number
	readonly log: (functionName: string, line: string) => void
}

export type LocalFunction = {
	readonly invoke: Invoke
	/** Lets running invocations end, then ends the processes. Waiting ones get a failure. */
	close(): Promise<void>
}

/** Seconds that Lambda gives a cold start before it tries again within the function's own time. */
const lambdaInitSeconds = 10

/**
 * Runs a bundled function as Lambda would: processes of its own, started on demand, each used for one invocation at a
 * time and kept warm; a time-out or crash ends the process and the next invocation gets a fresh one. Throws a
 * StartError when the bundle is not there.
 */
export const startFunction = (options: FunctionOptions): LocalFunction => {
	const { name, assetDir, concurrency, timeoutSeconds, memorySize } = options
	if (!existsSync(assetDir))
		throw new StartError({
			message: `The bundle of function ${name} is missing: ${assetDir}`,
			remedy: 'Run `npm run synth` to build it.',
		})
	const environment = functionEnvironment(options, options.environment, options.endpoints ?? {})
	const idle: FunctionProcess[] = []
	const running = new Set<FunctionProcess>()
	const waiting: (() => void)[] = []
	let closed = false

	const start = (): FunctionProcess =>
		startFunctionProcess({
			environment,
			timeoutSeconds,
			memorySize,
			initTimeoutSeconds: Math.max(lambdaInitSeconds, timeoutSeconds),
			log: (line) => options.log(name, line),
		})

	/** The most recently used process: the others stay untouched and their memory can be paged out. */
	const warm = (): FunctionProcess | undefined => {
		for (let process = idle.pop(); process !== undefined; process = idle.pop()) {
			if (process.alive()) return process
		}
		return undefined
	}

	const invoke: Invoke = async (event) => {
		const text = JSON.stringify(event) ?? 'null'
		if (Buffer.byteLength(text) > maxPayloadBytes)
			return failed('RequestEntityTooLargeException', `The event is larger than ${maxPayloadBytes} bytes`)
		while (running.size >= concurrency && !closed) await new Promise<void>((resolve) => waiting.push(resolve))
		if (closed) return failed('ServiceException', `Function ${name} is being stopped`)
		const process = warm() ?? start()
		running.add(process)
		const result = await process.invoke(text, randomUUID())
		running.delete(process)
		if (process.alive()) idle.push(process)
		waiting.shift()?.()
		if (!result.ok) options.log(name, `${result.errorType}: ${result.errorMessage}`)
		return result
	}

	return {
		invoke,
		close: async () => {
			closed = true
			for (const wake of waiting.splice(0)) wake()
			while (running.size > 0) await new Promise<void>((resolve) => waiting.push(resolve))
			await Promise.all(idle.splice(0).map((process) => process.kill()))
		},
	}
}
