import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { childFlags, compileCache } from '../childFlags.ts'
import { failed, type InvokeResult, succeeded } from './invokeResult.ts'
import { type Invocation, type ProcessMessage, processMessage } from './protocol.ts'

const bootstrap = fileURLToPath(import.meta.resolve('./bootstrap.ts'))

export type FunctionProcess = {
	/** One at a time. Never rejects; after a failure to answer in time or at all, the process is dead. */
	invoke(event: string, requestId: string): Promise<InvokeResult>
	/** False once the process ended or is being ended: it cannot be used again. */
	readonly alive: () => boolean
	/** Ends the process, resolves when it is gone. */
	kill(): Promise<void>
}

export type ProcessOptions = {
	readonly environment: Record<string, string>
	readonly timeoutSeconds: number
	readonly initTimeoutSeconds: number
	readonly memorySize: number
	readonly log: (line: string) => void
}

const exitReason = (code: number | null, signal: NodeJS.Signals | null): string =>
	signal === null ? `exit status ${code}` : `signal: ${signal}`

const start = ({ environment, memorySize, log }: ProcessOptions): ChildProcess => {
	const child = spawn(process.execPath, [`--max-old-space-size=${memorySize}`, ...childFlags, bootstrap], {
		env: { ...environment, NODE_COMPILE_CACHE: compileCache },
		cwd: environment.LAMBDA_TASK_ROOT,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		serialization: 'advanced',
	})
	for (const stream of [child.stdout, child.stderr]) {
		if (stream) createInterface({ input: stream }).on('line', log)
	}
	return child
}

/** Starts one process of a function: its cold start begins now, its invocations wait for it. */
export const startFunctionProcess = (options: ProcessOptions): FunctionProcess => {
	const child = start(options)
	let dead = false
	let receive: (message: ProcessMessage) => void = () => {}
	const exited = new Promise<string>((resolve) => {
		const end = (reason: string): void => {
			dead = true
			resolve(reason)
		}
		child.on('exit', (code, signal) => end(exitReason(code, signal)))
		child.on('error', (error) => end(error.message))
	})
	const initialized = new Promise<ProcessMessage>((resolve) => {
		receive = resolve
	})
	child.on('message', (message) => receive(processMessage.parse(message)))

	const end = (): void => {
		dead = true
		// Not SIGTERM: a handler that hangs in a loop would not notice.
		child.kill('SIGKILL')
	}

	/** The first of: an answer, the end of the process, the time limit (then the process is ended). */
	const within = async (answer: Promise<ProcessMessage>, seconds: number): Promise<ProcessMessage | InvokeResult> => {
		let timer: NodeJS.Timeout | undefined
		const late = new Promise<InvokeResult>((resolve) => {
			timer = setTimeout(() => {
				end()
				const errorMessage = `Task timed out after ${seconds.toFixed(2)} seconds`
				resolve({ ok: false, errorType: 'Sandbox.Timedout', errorMessage, timedOut: true })
			}, seconds * 1000)
		})
		const gone = exited.then((reason) => failed('Runtime.ExitError', `Runtime exited with error: ${reason}`))
		const first = await Promise.race([answer, late, gone])
		clearTimeout(timer)
		return first
	}

	return {
		alive: () => !dead,
		invoke: async (event, requestId) => {
			const start = await within(initialized, options.initTimeoutSeconds)
			if ('ok' in start) return start
			if (start.kind === 'initError') {
				end()
				return failed(start.errorType, start.errorMessage)
			}
			const answer = new Promise<ProcessMessage>((resolve) => {
				receive = (message) => {
					if ('requestId' in message && message.requestId === requestId) resolve(message)
				}
			})
			const invocation: Invocation = { requestId, event, deadline: Date.now() + options.timeoutSeconds * 1000 }
			// A failure to send means that the process is going: `exited` tells.
			if (!dead) child.send(invocation, () => {})
			const outcome = await within(answer, options.timeoutSeconds)
			if ('ok' in outcome) return outcome
			if (outcome.kind === 'result') return succeeded(outcome.payload)
			return outcome.kind === 'error'
				? failed(outcome.errorType, outcome.errorMessage)
				: failed('Runtime.Unknown', `The process answered ${outcome.kind}`)
		},
		kill: async () => {
			if (child.pid !== undefined) end()
			await exited
		},
	}
}
