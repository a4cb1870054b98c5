import { fileURLToPath } from 'node:url'

/**
 * Node.js options of the processes that the program starts. Left to itself, V8 lets the memory for young objects grow to
 * over a hundred megabytes under load and keeps it, where some twenty live on: several processes on a small machine add up.
 */
export const childFlags = ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning']

/** Where Node.js keeps what it compiled and TypeScript without its types: loaded again, that costs less time and memory. */
export const compileCache = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))
