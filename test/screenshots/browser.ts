import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Chromium on the PATH, or undefined. */
export const findChromium = (path = process.env.PATH ?? ''): string | undefined =>
	path
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)))
		.find((file) => existsSync(file))

export const howToInstall = `There is no Chromium on the PATH. On Debian or Ubuntu:

  apt-get install chromium fonts-noto-cjk

(without the fonts Chinese turns into boxes)`

/** Throws saying how to install one where there is no Chromium. */
export const launchBrowser = async (): Promise<Browser> => {
	const executablePath = findChromium()
	if (executablePath === undefined) throw new Error(howToInstall)
	return chromium.launch({
		executablePath,
		headless: true,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	})
}
