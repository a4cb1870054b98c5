import { execFile, spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { askS3 } from '../../../functions/adapters/photos/s3Requests.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { jpeg } from '../../doubles/pictures.ts'
import { localBucket, NAME, newKey, post } from './objects.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('an address shows one picture for five minutes', async () => {
	const { store, clock } = await localBucket()
	const key = newKey()
	await store.keep(key, 'image/jpeg', jpeg)
	const { url, expiresAt } = await store.address(key)
	expect(expiresAt).toBe(clock.at + 5 * MINUTE)
	const got = await fetch(url)
	expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
	expect(new Uint8Array(await got.arrayBuffer())).toEqual(jpeg)
	clock.at += 5 * MINUTE
	expect((await fetch(url)).status).toBe(403)
})

test('an address cannot be made to show another picture, last longer or do something else', async () => {
	const { store } = await localBucket()
	const [key, other] = [newKey(), newKey()]
	for (const one of [key, other]) await store.keep(one, 'image/jpeg', jpeg)
	const { url } = await store.address(key)
	const spoiled = [
		url.replace(key, other),
		url.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'),
		url.replace(/X-Amz-Date=\d{4}/, 'X-Amz-Date=2099'),
		url.replace(/(X-Amz-Signature=)../, '$100'),
		url.replace(/&X-Amz-Signature=.*/, ''),
		`${url}&versionId=1`,
	]
	for (const address of spoiled) expect([address, (await fetch(address)).status]).toEqual([address, 403])
	for (const method of ['PUT', 'DELETE', 'POST'])
		expect((await fetch(url, { method })).status).toBeGreaterThanOrEqual(400)
	expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
})

test('what is kept is never replaced, not even by two at once', async () => {
	const { store } = await localBucket()
	const key = newKey()
	const other = Uint8Array.from(jpeg).fill(1)
	await Promise.all([store.keep(key, 'image/jpeg', jpeg), store.keep(key, 'image/jpeg', other)])
	const first = new Uint8Array(await (await fetch((await store.address(key)).url)).arrayBuffer())
	await store.keep(key, 'image/jpeg', other)
	await store.keep(key, 'image/jpeg', jpeg)
	expect(new Uint8Array(await (await fetch((await store.address(key)).url)).arrayBuffer())).toEqual(first)
})

describe('a request of a function', () => {
	const bucketAt = (url: string, secretAccessKey: string = localCredentials.secretAccessKey) => {
		const credentials = async () => ({ ...localCredentials, secretAccessKey })
		return { name: NAME, url, region: 'us-east-1', credentials }
	}

	test('counts for a quarter of an hour, with the right secret, and for what it was signed for', async () => {
		const { url, clock, store } = await localBucket()
		const key = newKey()
		await store.keep(key, 'image/jpeg', jpeg)
		const get = async (at: number, secret?: string) =>
			(await askS3(bucketAt(url, secret), 'GET', `evidence/${key}`, at)).status
		expect(await get(clock.at)).toBe(200)
		expect(await get(clock.at - 16 * MINUTE)).toBe(403)
		expect(await get(clock.at + 16 * MINUTE)).toBe(403)
		expect(await get(clock.at, 'another secret')).toBe(403)
	})

	test('cannot lead out of the folder', async () => {
		const { url, clock, folder } = await localBucket()
		for (const path of [
			'evidence/..%2f..%2f..%2fx',
			'evidence/%2e%2e%2fx',
			'evidence/.hidden',
			'evidence//x',
			'x',
			'a/%00',
		]) {
			const { status } = await askS3(bucketAt(url), 'PUT', path, clock.at, { body: new Uint8Array(1) })
			expect([path, status]).toEqual([path, 400])
		}
		expect(await readdir(folder)).toEqual([])
	})
})

test('what was sent and never attached goes after a day, a resident’s photo within 90, evidence stays', async () => {
	const folder = (await localBucket()).folder
	const clock = { at: Date.now() }
	const first = await localBucket(folder, clock)
	const [sent, own, evidence] = [newKey(), newKey('resident'), newKey()]
	await post(await first.store.form(sent, { type: 'image/jpeg', bytes: 5000 }), jpeg)
	for (const key of [own, evidence]) await first.store.keep(key, 'image/jpeg', jpeg)
	clock.at += DAY
	const nextDay = await localBucket(folder, clock)
	expect(await nextDay.store.sent(sent)).toBeUndefined()
	expect(await Promise.all([own, evidence].map((key) => nextDay.store.isKept(key)))).toEqual([true, true])
	expect(nextDay.logged).toEqual(['1 objects of photos have expired'])
	clock.at += 88 * DAY
	const { store } = await localBucket(folder, clock)
	expect(await Promise.all([own, evidence].map((key) => store.isKept(key)))).toEqual([false, true])
})

/** An outside client, whose signatures are somebody else's work. */
test.skipIf(spawnSync('aws', ['--version']).status !== 0)('the AWS CLI puts and gets an object', async () => {
	const { objects, folder } = await localBucket()
	const { accessKeyId, secretAccessKey } = localCredentials
	const env = {
		...{ PATH: process.env.PATH, HOME: process.env.HOME, AWS_DEFAULT_REGION: 'us-east-1' },
		...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
		AWS_REQUEST_CHECKSUM_CALCULATION: 'when_required',
	}
	const s3 = (...args: string[]) =>
		promisify(execFile)('aws', ['s3api', ...args, '--bucket', NAME, '--endpoint-url', objects.endpoint], { env })
	await writeFile(`${folder}/sent`, jpeg)
	await s3('put-object', '--key', 'evidence/a.jpg', '--content-type', 'image/jpeg', '--body', `${folder}/sent`)
	const { stdout } = await s3('get-object', '--key', 'evidence/a.jpg', `${folder}/got`)
	expect(JSON.parse(stdout)).toMatchObject({ ContentType: 'image/jpeg', ContentLength: jpeg.length })
})
