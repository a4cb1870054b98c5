import { join } from 'node:path'
import { createServer } from 'vite'
import { projectRoot } from '../../infra/site/siteSources.ts'

/** Vite's development server on a free port, with the API of the edition at `site`. */
export const startDevelopmentServer = async (site: string): Promise<{ url: string; close: () => Promise<void> }> => {
	process.env.EDITION_URL = site
	const server = await createServer({
		configFile: join(projectRoot, 'infra/site/vite.config.ts'),
		server: { port: 0 },
		logLevel: 'error',
	})
	await server.listen()
	return { url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '', close: () => server.close() }
}
