import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { jpeg } from '../../doubles/pictures.ts'
import { localBucket, newKey, post, SITE } from './objects.ts'

const MINUTE = 60_000
const file = { type: 'image/jpeg', bytes: 5000 } as const

test('a form of ours takes one picture, under its key, with its type', async () => {
	const { store, clock } = await localBucket()
	const key = newKey()
	const form = await store.form(key, file)
	expect(form.expiresAt).toBe(clock.at + 10 * MINUTE)
	expect(await post(form, jpeg)).toMatchObject({ status: 204, text: '' })
	expect(await store.sent(key)).toEqual({ type: 'image/jpeg', bytes: jpeg })
})

test('ten minutes later the form is worth nothing', async () => {
	const { store, clock } = await localBucket()
	const key = newKey()
	const form = await store.form(key, file)
	clock.at += 10 * MINUTE
	expect(await post(form, jpeg)).toMatchObject({ status: 403, text: expect.stringContaining('Policy expired') })
	expect(await store.sent(key)).toBeUndefined()
})

test('a byte more than was asked for is refused while it comes, and leaves nothing', async () => {
	const { store, folder } = await localBucket()
	const key = newKey()
	const form = await store.form(key, { ...file, bytes: 100_000 })
	expect(await post(form, new Uint8Array(100_001))).toMatchObject({
		status: 400,
		text: expect.stringContaining('EntityTooLarge'),
	})
	expect(await store.sent(key)).toBeUndefined()
	expect(await readdir(`${folder}/photos/arriving`)).toEqual([])
	expect(await post(form, new Uint8Array(100_000))).toMatchObject({ status: 204 })
})

test('nothing at all is no picture', async () => {
	const { store } = await localBucket()
	expect((await post(await store.form(newKey(), file), new Uint8Array())).text).toContain('EntityTooSmall')
})

test('no field may say something else than what was signed', async () => {
	const { store } = await localBucket()
	const [key, other] = [newKey(), newKey()]
	const form = await store.form(key, file)
	const policy = JSON.parse(Buffer.from(form.fields.policy ?? '', 'base64').toString())
	const wider = Buffer.from(JSON.stringify({ ...policy, expiration: '2099-01-01T00:00:00Z' })).toString('base64')
	const spoiled: Record<string, string>[] = [
		{ key: `incoming/${other}` },
		{ key: '../../outside' },
		{ 'Content-Type': 'text/html' },
		{ policy: wider },
		{ 'x-amz-signature': '0'.repeat(64) },
		{ 'x-amz-signature': '' },
		{ 'x-amz-credential': form.fields['x-amz-credential']?.replace('LOCAL', 'OTHER') ?? '' },
		{ 'x-amz-date': '20200101T000000Z' },
		{ 'x-amz-algorithm': 'none' },
		{ acl: 'public-read' },
	]
	for (const change of spoiled) {
		const { status } = await post({ ...form, fields: { ...form.fields, ...change } }, jpeg)
		expect([change, status]).toEqual([change, 403])
	}
	const { policy: _, ...without } = form.fields
	expect((await post({ ...form, fields: without }, jpeg)).status).toBe(403)
	expect(await store.sent(key)).toBeUndefined()
	expect(await store.sent(other)).toBeUndefined()
})

test('a form for one bucket is no use with another, nor is anything but a form', async () => {
	const { store, url, objects } = await localBucket()
	const form = await store.form(newKey(), file)
	expect((await post({ ...form, url: `${objects.endpoint}/elsewhere` }, jpeg)).status).toBe(404)
	expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400)
})

test('a form that breaks off leaves nothing', async () => {
	const { store, folder, url } = await localBucket()
	const key = newKey()
	const { fields } = await store.form(key, file)
	const boundary = 'b'
	const parts = Object.entries(fields).map(
		([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	)
	const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n`
	await new Promise((resolve) => {
		const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': 100_000 }
		const sending = request(url, { method: 'POST', headers })
		sending.on('error', resolve)
		sending.write(head)
		sending.write(Buffer.alloc(2000))
		setTimeout(() => sending.destroy(), 200)
	})
	await expect.poll(() => readdir(`${folder}/photos/arriving`)).toEqual([])
	expect(await store.sent(key)).toBeUndefined()
})

test('the site may send, and no other page', async () => {
	const { store, url } = await localBucket()
	const form = await store.form(newKey(), file)
	const preflight = (origin: string, method = 'POST') =>
		fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } })
	expect((await preflight(SITE)).headers.get('access-control-allow-origin')).toBe(SITE)
	expect((await preflight('http://localhost:5173')).status).toBe(200)
	expect((await preflight('https://elsewhere.example')).status).toBe(403)
	expect((await preflight(SITE, 'PUT')).status).toBe(403)
	expect((await post(form, jpeg, { origin: SITE })).headers.get('access-control-allow-origin')).toBe(SITE)
	const refused = await post({ ...form, fields: {} }, jpeg, { origin: SITE })
	expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, SITE])
	const elsewhere = await post(form, jpeg, { origin: 'https://elsewhere.example' })
	expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull()
})
