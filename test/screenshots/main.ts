import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { requireRunningEdition } from '../../infra/local/runningEdition.ts'
import { launchBrowser } from './browser.ts'
import { startDevelopmentServer } from './developmentServer.ts'
import { shots } from './shots.ts'
import { takeShots } from './takeShots.ts'

const usage = `Takes pictures of every page that test/screenshots/shots.ts lists, in Chinese and English, light and dark,
375 and 1440 pixels wide, into screenshots/. A local edition has to run (npm start).

  npm run screenshots -- [options]

  --only <text>     pages whose name contains it
  --langs zh,en     --schemes light,dark     --widths 375,1440
  --data <folder>   data folder of the edition (default: .local)`

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		langs: { type: 'string', default: 'zh,en' },
		schemes: { type: 'string', default: 'light,dark' },
		widths: { type: 'string', default: '375,1440' },
		data: { type: 'string', default: '.local' },
		help: { type: 'boolean', default: false },
	},
})

if (values.help) console.log(usage)
else {
	const { apiUrl } = await requireRunningEdition(values.data)
	const site = new URL(apiUrl).origin
	const wanted = shots.filter(({ name }) => name.includes(values.only))
	const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
	await mkdir(folder, { recursive: true })
	const browser = await launchBrowser()
	const development = wanted.some(({ isDevelopment }) => isDevelopment) ? await startDevelopmentServer(site) : undefined
	try {
		for (const lang of values.langs.split(','))
			for (const scheme of values.schemes.split(','))
				for (const width of values.widths.split(',').map(Number))
					await takeShots(browser, wanted, {
						site,
						development: development?.url ?? site,
						lang,
						scheme: scheme === 'dark' ? 'dark' : 'light',
						width,
						fileOf: (name) => join(folder, `${name}.${lang}.${scheme}.${width}.png`),
					})
	} finally {
		await browser.close()
		await development?.close()
	}
}
