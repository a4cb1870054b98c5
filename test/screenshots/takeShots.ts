import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seriousFaults } from './seriousFaults.ts'
import type { Answer, Onlooker, Shot } from './shots.ts'

export interface Setting {
	readonly site: string
	readonly development: string
	readonly lang: string
	readonly scheme: 'light' | 'dark'
	readonly width: number
	readonly fileOf: (name: string) => string
}

/** Takes each picture in one setting; people stay signed in from one to the next. What a page complains about is said. */
export const takeShots = async (browser: Browser, shots: readonly Shot[], setting: Setting): Promise<void> => {
	const rooms = new Map<Onlooker, BrowserContext>()
	for (const shot of shots) {
		const room = rooms.get(shot.as) ?? (await openRoom(browser, setting))
		rooms.set(shot.as, room)
		const page = await room.newPage()
		if (shot.size) await page.setViewportSize(shot.size)
		if (shot.isPrint) await page.emulateMedia({ media: 'print' })
		for (const [path, answer] of Object.entries(shot.answers ?? {})) await answerWith(page, path, answer)
		const complaints: string[] = []
		page.on('pageerror', ({ message }) => complaints.push(message))
		page.on('console', (message) => {
			if (message.type() === 'error' && !isExpected(message.text(), shot)) complaints.push(message.text())
		})
		await show(page, shot, setting)
		const file = setting.fileOf(shot.name)
		await page.screenshot({ path: file, fullPage: true })
		for (const fault of await seriousFaults(page)) complaints.push(fault)
		const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
		if (Number(overflow) > 0) complaints.push(`is ${overflow} px wider than the window`)
		console.log(`${file}${complaints.length > 0 ? `\n  ${complaints.join('\n  ')}` : ''}`)
		await page.close()
	}
	for (const room of rooms.values()) await room.close()
}

/** The browser notes each answer that is not a good one; where the picture is of such an answer, it is no news. */
const isExpected = (text: string, { answers }: Shot): boolean =>
	/status of 404/.test(text) || (answers !== undefined && /Failed to load resource/.test(text))

const answerWith = async (page: Page, path: string, answer: Answer): Promise<void> => {
	await page.route(
		({ pathname }) => pathname === path,
		async (route) => {
			if (answer === 0) return route.abort('internetdisconnected')
			if (typeof answer === 'number') return route.fulfill({ status: answer, json: { message: 'Failed' } })
			// In full, also where the page has it already.
			const { 'if-none-match': _known, ...headers } = route.request().headers()
			const response = await route.fetch({ headers })
			await route.fulfill({ response, status: 200, json: answer(await response.json().catch(() => undefined)) })
		},
	)
}

const openRoom = (browser: Browser, { scheme, width }: Setting): Promise<BrowserContext> =>
	browser.newContext({
		viewport: { width, height: width < 600 ? 812 : 900 },
		colorScheme: scheme,
		reducedMotion: 'reduce',
		deviceScaleFactor: width < 600 ? 2 : 1,
	})

const show = async (
	page: Page,
	{ path, as, isDevelopment, fills = {}, clicks = [] }: Shot,
	{ site, development, lang }: Setting,
): Promise<void> => {
	const target = new URL(path, isDevelopment ? development : site)
	target.searchParams.set('lang', lang)
	await page.goto(target.href)
	if (as !== 'nobody') {
		const person = page.locator(`a[href*="person=${as}"]`)
		const arrived = page.locator('h1, h2')
		await person.or(arrived).first().waitFor()
		if (await person.isVisible()) await person.click()
	}
	await page.locator('h1, h2').first().waitFor()
	await page.waitForLoadState('networkidle')
	await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
	for (const [selector, text] of Object.entries(fills)) await page.locator(selector).fill(text)
	for (const selector of clicks) await page.locator(selector).first().click()
}
