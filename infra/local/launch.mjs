/**
 * Starts one of the programs here, by its path beside this file, after a look at the version of Node.js. Plain
 * JavaScript that Node.js 12 can read: an old one must be told what is wrong before it meets TypeScript.
 *
 *   node infra/local/launch.mjs main.ts [options]
 */
const needed = 24
const [major] = process.versions.node.split('.')

if (Number(major) < needed) {
	console.error(`Green Courtyard needs Node.js ${needed} or newer; this is ${process.versions.node}.`)
	console.error('Install it from https://nodejs.org (or `nvm install 24`). On Linux x64 `npm ci` brings it along.')
	process.exitCode = 1
} else {
	const [program] = process.argv.splice(2, 1)
	import('node:module').then(({ enableCompileCache }) => {
		// The same folder as in childFlags.ts: nothing is compiled twice.
		enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/compiled`)
		return import(new URL(program, import.meta.url))
	})
}
