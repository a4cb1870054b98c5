import { parseArgs } from 'node:util'
import { findChromium, howToInstall, launchBrowser } from '../../screenshots/browser.ts'
import { median } from '../median.ts'
import { type Load, measureLoad, slow } from './measureLoad.ts'
import { openEdition } from './openEdition.ts'
import { taskLinkOf } from './taskLink.ts'

const usage = `Measures the first load of each page as a cheap phone on a weak signal sees it: Chromium at ${slow.cpu}× CPU slowdown,
${slow.kbit} kbit/s and ${slow.latencyMs} ms. Says for each the kilobytes that came over the line, data included, and when the
largest paint was. Of several cold loads the median. Starts a local edition with the demo township, or takes one that
runs. The last line is one JSON object.

  npm run bench:web -- [options]

  --loads <n>       cold loads of each page (default: 3)
  --data <folder>   the edition that runs on this data folder, instead of a new one`

const { values } = parseArgs({
	options: {
		loads: { type: 'string', default: '3' },
		data: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
})

if (values.help) console.log(usage)
else if (findChromium() === undefined) {
	console.error(howToInstall)
	console.log(JSON.stringify({ notMeasured: 'there is no Chromium on the PATH' }))
	process.exitCode = 1
} else {
	const edition = await openEdition(values.data)
	const browser = await launchBrowser()
	try {
		const pages = {
			phone: { path: '/phone/', person: 'li-guofu' },
			desk: { path: '/desk/', person: 'zhou-min' },
			wall: { path: '/wall/' },
			task: { path: await taskLinkOf(edition) },
		}
		const found: Record<string, Pick<Load, 'gzKb' | 'lcpMs'>> = {}
		for (const [name, page] of Object.entries(pages)) {
			const loads: Load[] = []
			for (let load = 0; load < Number(values.loads); load += 1)
				loads.push(await measureLoad(browser, edition.site, page))
			const gzKb = Math.round(median(loads.map((load) => load.gzKb)) * 10) / 10
			const lcpMs = Math.round(median(loads.map((load) => load.lcpMs)))
			const totalMs = Math.round(median(loads.map((load) => load.totalMs)))
			const signedIn = 'person' in page ? `, ${totalMs} ms with the way to the identity provider and back` : ''
			console.log(`${name.padEnd(6)} ${gzKb} KB, largest paint after ${lcpMs} ms${signedIn}`)
			found[name] = { gzKb, lcpMs }
		}
		console.log(JSON.stringify(found))
	} finally {
		await browser.close()
		await edition.close()
	}
}
