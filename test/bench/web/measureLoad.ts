import type { Browser, CDPSession, Page } from 'playwright-core'
import * as z from '../../../shared/contract/zod.ts'

/** A cheap phone on a weak signal (issue 6). */
export const slow = { cpu: 4, kbit: 400, latencyMs: 400 } as const

export interface Load {
	/** What came over the line, compressed as it was, with headers: pages, programs, data. */
	readonly gzKb: number
	readonly lcpMs: number
	/** The same from the address on, sign-in included. */
	readonly totalMs: number
}

interface Wanted {
	readonly path: string
	/** Who looks, by the id of the local issuer; absent: nobody in particular. */
	readonly person?: string
}

/** After the last answer a page may still draw; so long without any it is finished, milliseconds. */
const QUIET_MS = 3000
const PATIENCE_MS = 120_000
const Finished = z.object({ encodedDataLength: z.number() })

/**
 * One cold load, with nothing of ours cached. Who has to sign in has done so before, as on every day but the first: the
 * identity provider knows him and sends him straight back. The kilobytes are all that came from the address to the
 * finished page, the way to the provider and back included. The largest paint is what the browser says of the page that
 * is read, from the navigation that led to it: how long the provider takes is not ours; `totalMs` has it.
 */
export const measureLoad = async (browser: Browser, site: string, { path, person }: Wanted): Promise<Load> => {
	const context = await browser.newContext({
		viewport: { width: 375, height: 812 },
		deviceScaleFactor: 2,
		locale: 'zh-CN',
	})
	try {
		if (person !== undefined) await signIn(await context.newPage(), site + path, person)
		const page = await context.newPage()
		const session = await context.newCDPSession(page)
		let bytes = 0
		session.on('Network.loadingFinished', (event) => {
			bytes += Finished.parse(event).encodedDataLength
		})
		await slowDown(session)
		const began = Date.now()
		await page.goto(site + path, { timeout: PATIENCE_MS })
		await page.locator('h1, h2').first().waitFor({ timeout: PATIENCE_MS })
		await settled(page, () => bytes)
		const { origin, paint } = Paint.parse(await page.evaluate(readPaint))
		return { gzKb: bytes / 1024, lcpMs: paint, totalMs: Math.max(0, origin - began) + paint }
	} finally {
		await context.close()
	}
}

const slowDown = async (session: CDPSession): Promise<void> => {
	const throughput = (slow.kbit * 1000) / 8
	await session.send('Network.enable')
	await session.send('Network.clearBrowserCache')
	await session.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: slow.latencyMs },
		...{ downloadThroughput: throughput, uploadThroughput: throughput },
	})
	await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
}

const signIn = async (page: Page, address: string, person: string): Promise<void> => {
	await page.goto(address)
	await page.locator(`a[href*="person=${person}"]`).click()
	await page.locator('h1, h2').first().waitFor()
	await page.close()
}

/** Resolves when nothing has come for a while and nothing says that it is loading. */
const settled = async (page: Page, received: () => number): Promise<void> => {
	for (let before = -1; before !== received(); ) {
		before = received()
		await page.waitForTimeout(QUIET_MS)
	}
	await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: PATIENCE_MS })
}

const Paint = z.object({ origin: z.number(), paint: z.number() })

/** The last candidate for the largest paint, from the record that the browser keeps (buffered). */
const readPaint = `new Promise((resolve) => {
	new PerformanceObserver((list) => {
		const last = list.getEntries().at(-1)
		resolve({ origin: performance.timeOrigin, paint: last.startTime })
	}).observe({ type: 'largest-contentful-paint', buffered: true })
})`
