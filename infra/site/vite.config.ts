import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { indexSite } from './indexSite.ts'
import { projectRoot, siteFolder } from './siteSources.ts'
import { writeApiDocument } from './writeApiDocument.ts'

/** The pages; each is an entry of its own and loads only what it needs. The last answers what is not there. */
const pages = [
	'index.html',
	'desk/index.html',
	'phone/index.html',
	'wall/index.html',
	't/index.html',
	'reference/index.html',
	'404.html',
]

/** In development every address inside an entry is its page, as `functions/pages` answers it. */
const deepLinks: Plugin = {
	name: 'deep-links',
	configureServer: ({ middlewares }) => {
		middlewares.use((request, _response, next) => {
			const [, entry] =
				/^\/(desk|phone|wall|t|reference|gallery)(?!\/.*\.[a-z0-9]{1,5}(?:\?|$))(?:\/.*)?(?:\?.*)?$/i.exec(
					request.url ?? '',
				) ?? []
			if (entry !== undefined) request.url = `/${entry}/index.html`
			next()
		})
	},
}

/**
 * What every page begins with, in one file: on a weak signal a dozen files of a few hundred bytes each cost more in ways to
 * the server and back, and in headers, than in content.
 */
const core = new RegExp(
	[
		'node_modules/preact/',
		// What the build itself adds: loading a part later, and fields of classes for older phones.
		'vite/preload-helper|@oxc-project',
		String.raw`web/(i18n|routing|data)/\w+\.tsx?$`,
		String.raw`web/signIn/session\.ts$`,
		String.raw`web/components/(App|Failed|Icon|LanguageSwitch|Live|Notice|Page|Since|Skeleton|icons|useNow)\.tsx?$`,
		String.raw`web/components/(Band|Chips|RevolutionMarks|revolutionOrder)\.tsx?$`,
		String.raw`shared/domain/time/shanghai\.ts$`,
	].join('|'),
)

/** What the program of a page imports at once, so that it can run before: the browser need not wait for it to say so. */
const importedAtOnce: Plugin = {
	name: 'imported-at-once',
	transformIndexHtml: {
		order: 'post',
		handler: (_html, { path, chunk, bundle }) => {
			if (path !== '/t/index.html' || chunk === undefined || bundle === undefined) return
			const found = new Set<string>()
			const add = (name: string): void => {
				const part = bundle[name]
				if (part?.type !== 'chunk' || found.has(name)) return
				found.add(name)
				for (const next of part.imports) add(next)
			}
			for (const name of chunk.dynamicImports) add(name)
			for (const name of [chunk.fileName, ...chunk.imports]) found.delete(name)
			return [...found].map((name) => ({
				tag: 'link',
				attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
				injectTo: 'head',
			}))
		},
	},
}

/** The document of the API goes where it is served, before the site is indexed. */
const index: Plugin = {
	name: 'index-site',
	apply: 'build',
	closeBundle: () => {
		writeApiDocument(join(siteFolder, 'api', 'openapi.json'))
		indexSite(siteFolder)
	},
}

/** Where `npm run dev:web` finds the API: a local edition that runs. */
const edition = process.env.EDITION_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
	root: join(projectRoot, 'web'),
	base: '/',
	appType: 'mpa',
	publicDir: 'public',
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	build: {
		outDir: siteFolder,
		emptyOutDir: true,
		target: ['chrome87', 'safari14', 'firefox88'],
		// The content security policy allows neither inline scripts nor data in them.
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		rolldownOptions: {
			input: pages.map((page) => join(projectRoot, 'web', page)),
			output: { codeSplitting: { groups: [{ name: 'core', test: core }] } },
		},
	},
	server: { host: '127.0.0.1', proxy: { '/api': edition, '/config.json': edition, '/local-issuer': edition } },
	plugins: [deepLinks, importedAtOnce, index],
})
