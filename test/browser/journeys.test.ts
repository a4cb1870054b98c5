import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NewLinkView } from '../../shared/contract/task/taskLink.ts'
import { deskWords } from '../../web/desk/deskWords.ts'
import { certificateWords } from '../../web/desk/settings/registry/certificate/certificateWords.ts'
import { formWords } from '../../web/desk/settings/registry/formWords.ts'
import { importWords } from '../../web/desk/settings/registry/importWords.ts'
import { registryWords } from '../../web/desk/settings/registry/registryWords.ts'
import { deputyWords } from '../../web/phone/me/deputyWords.ts'
import { phoneWords } from '../../web/phone/phoneWords.ts'
import { photoPanelWords } from '../../web/task/photoPanelWords.ts'
import { stateWords, stepWords } from '../../web/task/taskWords.ts'
import { followWords } from '../../web/wall/follow/followWords.ts'
import { tellWords } from '../../web/wall/tell/tellWords.ts'
import { wallWords } from '../../web/wall/wallWords.ts'
import { type Api, staffApi } from '../e2e/api.ts'
import { mqttJs } from '../e2e/clients.ts'
import { mustRun } from '../e2e/commandLine.ts'
import { type StartedEdition, startEdition } from '../e2e/edition.ts'
import { launchBrowser } from '../screenshots/browser.ts'
import { openRoom, type Room, settings } from './room.ts'
import { savedCertificate } from './savedCertificate.ts'

let edition: StartedEdition
let api: Api
let browser: Browser
let site: string
let folder: string
beforeAll(async () => {
	browser = await launchBrowser()
	folder = await mkdtemp(join(tmpdir(), 'browser-'))
	edition = await startEdition(folder, '--history-days', '2', '--port', '0', '--mqtt-port', '0')
	site = new URL(edition.running.apiUrl).origin
	api = await staffApi(edition)
	// The history is there when the pages have something to show.
	await vi.waitUntil(async () => (await api.courtyards()).every(({ score }) => score !== null), {
		timeout: 300_000,
		interval: 1000,
	})
})
afterAll(async () => {
	await browser?.close()
	await edition?.end()
	await rm(folder, { recursive: true, force: true })
})

const minute = 60_000
/** How wide the picture is that has really come, pixels. */
const shownWidth = "document.querySelector('.photo-grid img').naturalWidth"
const patience = { timeout: 60_000, interval: 500 }

describe.each(settings)('in $lang, $width px wide', (setting) => {
	const { lang, width } = setting
	/** A bin of this setting's own: nobody else's readings disturb it. */
	const bin = `bin-${lang}-${width}`
	let room: Room
	beforeAll(async () => {
		room = await openRoom(browser, site, setting)
		await mustRun('npm', [
			...['run', '-s', 'device', '--', 'add', '--id', bin, '--kind', 'waste', '--courtyard', 'lijia'],
			...['--data', edition.dataFolder],
		])
	})
	afterAll(() => room?.close())

	const alarms = () => api.tasks({ courtyard: 'lijia', source: 'alarm' })
	const button = (name: string) => room.page.getByRole('button', { name, exact: true })
	const link = (name: string) => room.page.getByRole('link', { name, exact: true }).first()
	const seen = (text: string) => room.page.getByText(text, { exact: false }).first().waitFor()

	it('what a sensor publishes stands on its page a moment later', async () => {
		await mqttJs.publish(edition, bin, JSON.stringify({ at: Date.now() - 6 * minute, fill: 96.5 }))
		await mqttJs.publish(edition, bin, JSON.stringify({ at: Date.now(), fill: 97.5 }))
		await vi.waitUntil(async () => (await api.readings(bin)).readings.length === 2, patience)
		await room.open(`/desk/devices/${bin}`, 'zhou-min')
		await seen('97.5')
		expect(await room.complaints()).toEqual([])
	})

	it('a head opens the task by the link of his alert, without a password, shows it in a photo, and mends it', async () => {
		const task = await vi.waitUntil(async () => (await alarms()).find(({ device }) => device === bin), patience)
		const answer = await api.call(`/tasks/${encodeURIComponent(task.id)}/links`, { method: 'POST' })
		const { url } = NewLinkView.parse(await answer.json())
		await room.open(url)
		expect(new URL(room.page.url()).hash).toBe('')
		await button(stepWords.acknowledge[lang]).click()
		await button(stepWords.start[lang]).click()
		const buffer = await room.page.screenshot()
		await room.page
			.locator('.photo-panel input[type=file]')
			.setInputFiles({ name: 'bin.png', mimeType: 'image/png', buffer })
		await button(photoPanelWords.send[lang]).click()
		const photo = room.page.locator('.photo-grid img')
		await photo.scrollIntoViewIfNeeded()
		await vi.waitUntil(async () => Number(await room.page.evaluate(shownWidth)) > 100, patience)
		await button(stepWords.fix[lang]).click()
		await seen(stateWords.fixed[lang])
		await vi.waitUntil(async () => (await alarms()).find(({ id }) => id === task.id)?.state === 'fixed', patience)
		await room.page.reload()
		await seen(stateWords.fixed[lang])
		expect(await room.complaints()).toEqual([])
	})

	it('a head who signs in sees his courtyard and finds that task among his own', async () => {
		await room.page.context().clearCookies()
		await room.open('/phone', 'li-guofu')
		await link(phoneWords.tasks[lang]).click()
		await room.page.locator('h1').first().waitFor()
		await room.page.locator(`a[href*="/phone/tasks/"]`).first().click()
		await room.page.waitForURL(/\/phone\/tasks\/./)
		await room.page.goBack()
		await room.page.waitForURL(/\/phone\/tasks(\?|$)/)
		expect(await room.complaints()).toEqual([])
	})

	it('a head asks somebody to stand in for him, and ends it', async () => {
		await room.open('/phone/me', 'li-guofu')
		await button(deputyWords.ask[lang]).click()
		await room.page.getByLabel(deputyWords.name[lang]).fill(`王强 ${bin}`)
		await button(deputyWords.send[lang]).click()
		await seen(`王强 ${bin}`)
		expect(await room.complaints()).toEqual([])
		await button(deputyWords.end[lang]).click()
		await button(deputyWords.endSure[lang]).click()
		await room.page.getByText(`王强 ${bin}`).first().waitFor({ state: 'detached' })
		await seen(deputyWords.me[lang])
	})

	it('a resident reports a problem without an account and follows it by its code', async () => {
		await room.open('/wall')
		await link(wallWords.report[lang]).click()
		await room.page.getByLabel(tellWords.other[lang]).check({ force: true })
		await room.page.locator('select[name=courtyard]').selectOption('zhoujiawan')
		await room.page.locator('textarea[name=what]').fill(`路灯不亮 ${bin} <script>alert(1)</script>`)
		await button(tellWords.send[lang]).click()
		const received = room.page.locator('.received-code')
		await received.or(room.page.locator('.known')).first().waitFor()
		// Something like it was reported before in another language: it is offered, and this one is sent all the same.
		if (!(await received.isVisible())) await room.page.locator('button.button.button-wide').click()
		const code = ((await received.textContent()) ?? '').trim()
		await link(tellWords.followNow[lang]).click()
		await room.page.waitForURL(new RegExp(`/wall/follow/${code}`))
		await seen(followWords.raised[lang])
		expect(await room.complaints()).toEqual([])
	})

	it('an administrator registers a bin from a table, sees first what is wrong with it, and finds it in the list', async () => {
		const added = `new-${lang}-${width}`
		const table = [
			'编号,名称,英文名称,类型,院落,上报间隔（秒）',
			`${added},新桶 ${added},New bin ${added},垃圾,李家院子,600`,
			`${added}-b,桶,Bin,垃圾,李家院子,5`,
		].join('\r\n')
		await room.page.context().clearCookies()
		await room.open('/desk/settings/devices/import', 'admin')
		await room.page
			.locator('input[type=file]')
			.setInputFiles({ name: '设备.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
		const refused = await room.page.locator('.plan-refused').textContent()
		expect(refused).toContain(importWords.line[lang](3))
		expect(refused).toContain(importWords.got[lang]('5'))
		expect((await api.call(`/devices/${added}`)).status).toBe(404)
		await button(importWords.putRest[lang](1)).click()
		await seen(importWords.done[lang](1))
		await link(importWords.toList[lang]).click()
		await room.page.getByLabel(registryWords.search[lang]).fill(added)
		await room.page.locator(`a[href*="/desk/devices/${added}"]`).click()
		await room.page.getByRole('heading', { name: lang === 'zh' ? `新桶 ${added}` : `New bin ${added}` }).waitFor()
		expect(await room.complaints()).toEqual([])
	})

	it('an administrator makes a certificate on the page, saves it once, and revokes it', async () => {
		const added = `new-${lang}-${width}`
		await room.page.context().clearCookies()
		await room.open(`/desk/settings/devices/${added}/connect`, 'admin')
		await button(certificateWords.make[lang]).click()
		const saving = room.page.waitForEvent('download')
		await button(certificateWords.save[lang]).click()
		const saved = await savedCertificate(await saving)
		expect(saved.name).toBe(`${added}-certificate.zip`)
		expect(Object.keys(saved.files).sort()).toEqual(['README.txt', 'ca.pem', 'certificate.pem', 'key.pem'])
		expect(saved.files['README.txt']).toContain(`-t dt/sanitation/${added}/json`)
		await seen(certificateWords.saved[lang])
		expect(await button(certificateWords.save[lang]).count()).toBe(0)

		const device = await saved.connect(edition.running.mqttUrl, added)
		const reading = JSON.stringify({ at: Date.now(), fill: 41.5 })
		await device.publishAsync(`dt/sanitation/${added}/json`, reading, { qos: 1 })
		await vi.waitUntil(async () => (await api.readings(added)).readings.length === 1, patience)
		await link(formWords.seeDevice[lang]).click()
		await room.page.getByRole('heading', { name: lang === 'zh' ? `新桶 ${added}` : `New bin ${added}` }).waitFor()
		await seen('41.5')
		await room.page.goBack()
		await room.page.locator('.certificate-line button').click()
		await button(certificateWords.revokeNow[lang]).click()
		await room.page.locator('.certificate-line', { hasText: certificateWords.revoked[lang] }).waitFor()
		await vi.waitUntil(() => !device.connected, patience)
		await expect(saved.connect(edition.running.mqttUrl, added)).rejects.toThrow(/not authorized/i)
		expect(await room.complaints()).toEqual([])
	})

	it('staff see what needs them today and find why a courtyard lost its points', async () => {
		await room.page.context().clearCookies()
		await room.open('/desk', 'zhou-min')
		await link(deskWords.courtyards[lang]).click()
		await room.page.waitForURL(/\/desk\/courtyards/)
		await room.page.locator('a[href*="/desk/courtyards/"]').first().click()
		await room.page.waitForURL(/\/desk\/courtyards\/./)
		expect(await room.complaints()).toEqual([])
		await room.page.goBack()
		await room.page.waitForURL(/\/desk\/courtyards(\?|$)/)
		for (const name of ['tasks', 'ranking', 'inspections', 'data'] as const) {
			await link(deskWords[name][lang]).click()
			await room.page.locator('h1').first().waitFor()
			expect([name, await room.complaints()]).toEqual([name, []])
		}
	})
})
