import type { Browser, BrowserContext, Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Language } from '../../web/i18n/language.ts'
import { seriousFaults } from '../screenshots/seriousFaults.ts'

/** In which language and how wide somebody looks at the pages. */
export interface Setting {
	readonly lang: Language
	readonly width: number
}

export const settings: readonly Setting[] = (['zh', 'en'] as const).flatMap((lang) =>
	[375, 1440].map((width) => ({ lang, width })),
)

/** A browser of its own for one person, which notes what its pages complain about. */
export interface Room {
	readonly page: Page
	/** Opens an address of the site, in the language of the setting; whoever must sign in is the person. */
	open(path: string, person?: string): Promise<void>
	/** What went wrong on the pages so far; and on the one that is shown, what axe finds serious and what sticks out. */
	complaints(): Promise<string[]>
	close(): Promise<void>
}

export const openRoom = async (browser: Browser, site: string, { lang, width }: Setting): Promise<Room> => {
	const context: BrowserContext = await browser.newContext({
		viewport: { width, height: width < 600 ? 812 : 900 },
		reducedMotion: 'reduce',
		// Not the reader's own language: the address decides.
		locale: lang === 'zh' ? 'en-GB' : 'zh-CN',
	})
	context.setDefaultTimeout(60_000)
	const page = await context.newPage()
	const faults: string[] = []
	page.on('pageerror', ({ message }) => faults.push(message))
	page.on('console', (message) => {
		if (message.type() === 'error' && !/the server responded with a status/.test(message.text()))
			faults.push(message.text())
	})
	// Answers of the API, with which the pages deal: there is no such thing (a ranking that has not been published), and
	// somebody was faster (the clock, which may change a task at any moment). What is only checked may be wrong.
	page.on('response', (response) => {
		const { pathname, searchParams } = new URL(response.url())
		const expected = searchParams.get('check') === 'true' ? [400] : [404, 412]
		const isAnswer = expected.includes(response.status()) && pathname.startsWith('/api/')
		if (response.status() >= 400 && !isAnswer) faults.push(`${response.status()} ${response.url()}`)
	})
	return {
		page,
		open: async (path, person) => {
			const target = new URL(path, site)
			target.searchParams.set('lang', lang)
			await page.goto(target.href)
			if (person !== undefined) {
				const choice = page.locator(`a[href*="person=${person}"]`)
				await choice.or(page.locator('h1')).first().waitFor()
				if (await choice.isVisible()) await choice.click()
			}
			await page.locator('h1').first().waitFor()
		},
		complaints: async () => {
			await vi.waitUntil(async () => (await page.locator('[aria-busy=true]').count()) === 0, 60_000)
			const serious = await seriousFaults(page)
			const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
			return [...faults, ...serious, ...(overflow > 0 ? [`${page.url()} is ${overflow} px wider than the window`] : [])]
		},
		close: () => context.close(),
	}
}
