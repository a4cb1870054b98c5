import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, projectRoot, siteFolder, siteSources } from './siteSources.ts'

const stamp = join(projectRoot, 'web', '.built')

/**
 * The folder with the built pages; builds them first (a second or two) unless they were made from the sources as they
 * are. Throws with Vite's words and what to do if they cannot be built.
 */
export const ensureSite = (): string => {
	const sources = hashOf(siteSources)
	if (existsSync(stamp) && existsSync(join(siteFolder, 'site.json')) && readFileSync(stamp, 'utf8') === sources)
		return siteFolder
	const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
	if (!existsSync(vite)) throw new Error('The pages cannot be built: vite is not installed. Run `npm ci`.')
	const built = spawnSync(
		process.execPath,
		[vite, 'build', '--config', join(projectRoot, 'infra/site/vite.config.ts')],
		{
			cwd: projectRoot,
			encoding: 'utf8',
			env: { ...process.env, NO_COLOR: '1' },
		},
	)
	if (built.status !== 0)
		throw new Error(`The pages cannot be built; correct them and see \`npm run build:web\`.\n${built.stderr}`)
	writeFileSync(stamp, sources)
	return siteFolder
}
