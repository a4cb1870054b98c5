import { createHmac, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LinkKeys } from '../../../functions/adapters/links/linkKeys.ts'
import { SignedLinks } from '../../../functions/adapters/links/signedLinks.ts'
import { type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import { linksRoutes } from '../../../functions/api/links/routes.ts'
import { isProblem, type Outcome } from '../../../shared/contract/http/outcome.ts'
import { Problem } from '../../../shared/contract/http/problem.ts'
import { PhotoUpload } from '../../../shared/contract/task/photo.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { LinkView, NewLinkView } from '../../../shared/contract/task/taskLink.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { MemoryLinkRecords } from '../../doubles/memoryLinkRecords.ts'
import { MemoryPhotos } from '../../doubles/memoryPhotos.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { jpeg } from '../../doubles/pictures.ts'
import { residentPorts } from '../../doubles/residentPorts.ts'
import { alarmTask, RAISED } from '../../doubles/tasks.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const HOUR = 3_600_000
const PAGES = 'https://yard.example'
const old = Buffer.alloc(32, 1).toString('base64url')
const young = Buffer.alloc(32, 2).toString('base64url')
const SECRET = 'a'.repeat(43)
const nobody = viewerOf(undefined)
const staff = viewerOf({ role: 'staff', sub: 'u-1', name: '王芳' })

async function bench() {
	const clock = { now: RAISED + 60_000 }
	const ring = { current: 'old', keys: { old } as Record<string, string> }
	const tasks = new MemoryTaskStore()
	const task = { ...alarmTask(), assignee: { id: 'idp|7', name: '李国富' } }
	await tasks.put(task, undefined)
	const keys = new LinkKeys(
		async () => JSON.stringify(ring),
		() => clock.now,
	)
	const links = new SignedLinks(keys, PAGES, () => clock.now)
	const photos = new MemoryPhotos(() => clock.now)
	const ports = {
		registry: { ...fixedRegistry(registryOf(toilet)), put: async () => {} },
		tasks,
		telemetry: { pick: async () => [], range: async () => [], newest: async () => undefined },
		links,
		linkRecords: new MemoryLinkRecords(),
		...residentPorts(),
		photos,
		now: () => clock.now,
	}
	const routes = linksRoutes(ports as unknown as Parameters<typeof linksRoutes>[0])
	const send = (
		viewer: Viewer,
		method: string,
		path: string,
		headers: Record<string, string> = {},
		body?: unknown,
	): Promise<Outcome> =>
		dispatch(routes, {
			method,
			path,
			query: {},
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
			viewer,
		})
	const token = async (of: Pick<Task, 'id' | 'courtyard'> = task, hours = 72) =>
		(await links.taskLink(of, hours)).replace(`${PAGES}/t/#`, '')
	const see = (link: string) => send(nobody, 'GET', '/api/public/task', { 'x-task-link': link })
	const act = async (link: string, body: TaskAction, secret = SECRET, version?: number) => {
		const current = version ?? (await tasks.get(task.id))?.version ?? 0
		const headers = { 'x-task-link': link, 'x-task-link-secret': secret, 'if-match': `"${current}"` }
		return send(nobody, 'POST', '/api/public/task/actions', headers, body)
	}
	return { clock, ring, tasks, task, photos, links, send, token, see, act }
}

const typeOf = (outcome: Outcome) => Problem.parse(outcome).type.replace(/.*\//, '')
const encode = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url')
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>

function viewOf(outcome: Outcome): LinkView {
	if (isProblem(outcome)) throw new Error(JSON.stringify(outcome))
	return LinkView.parse(outcome.body)
}

test('a profile that was stored before there were links lets them work for 72 hours', () => {
	expect(defaultProfile.links.hours).toBe(72)
})

describe('a link', () => {
	test('stands behind the # of the address, which no server and no log sees', async () => {
		const { links, task } = await bench()
		const url = new URL(await links.taskLink(task, 72))
		expect([url.pathname, url.search, url.hash.split('.').length]).toEqual(['/t/', '', 3])
	})

	test('shows what, where, since when and what to do first, and nobody by name', async () => {
		const { token, see, act } = await bench()
		const link = await token()
		await act(link, { type: 'comment', note: '电话 13800000000' })
		await act(link, { type: 'tick', item: 'air', done: true })
		const outcome = await see(link)
		const { task } = viewOf(outcome)
		expect(task).toMatchObject({ what: { zh: '氨气超标' }, where: { zh: '梅花村 桂花院落 1号公厕' }, state: 'raised' })
		expect(task.checklist.map(({ id, done }) => [id, done !== null])).toEqual([
			['air', true],
			['flush', false],
			['trap', false],
		])
		expect(JSON.stringify(outcome)).not.toMatch(/李国富|idp|13800000000/)
	})

	test('lets do what a head may do, on the version that was seen, and the trail names the link', async () => {
		const { token, see, act, tasks, task } = await bench()
		const link = await token()
		const { task: seen, secret } = viewOf(await see(link))
		expect(seen.actions.map(({ type }) => type)).not.toContain('dismiss')
		const done = await act(link, { type: 'acknowledge' }, secret)
		expect(viewOf(done).task.state).toBe('acknowledged')
		expect((await tasks.get(task.id))?.events.at(-1)?.actor).toEqual({
			kind: 'person',
			id: `link:${decode(link.split('.')[1]).jti}`,
			name: '院落长（链接）',
			role: 'head',
		})
		expect((await act(link, { type: 'dismiss', reason: 'test' }, secret)).status).toBe(403)
		const late = await act(link, { type: 'start' }, secret, seen.version)
		expect(late).toMatchObject({ status: 412, current: { state: 'acknowledged' } })
		expect(JSON.stringify(late)).not.toContain('李国富')
	})

	test('works for its hours and not longer', async () => {
		const { token, see, clock } = await bench()
		const link = await token()
		clock.now += 72 * HOUR - 1000
		expect((await see(link)).status).toBe(200)
		clock.now += 2000
		expect(typeOf(await see(link))).toBe('link-expired')
	})

	test('opens its own task only, and not when that has gone to another courtyard', async () => {
		const { token, see, tasks, task } = await bench()
		const other = alarmTask({ onset: RAISED + 1, device: 'bin-1' })
		await tasks.put(other, undefined)
		expect(viewOf(await see(await token(other))).task.id).toBe(other.id)
		expect((await see(await token({ id: task.id, courtyard: 'yard-2' }))).status).toBe(403)
		expect((await see(await token({ id: 'nothing', courtyard: 'yard-1' }))).status).toBe(403)
	})

	test('is nothing without its header', async () => {
		const { send } = await bench()
		expect(typeOf(await send(nobody, 'GET', '/api/public/task'))).toBe('link-invalid')
	})
})

describe('a forged link', () => {
	const forgeries: Record<string, (token: string) => string> = {
		'with another task': (token) => withClaims(token, { sub: 'another' }),
		'with another courtyard': (token) => withClaims(token, { yard: 'yard-2' }),
		'with a later end': (token) => withClaims(token, { exp: 9_999_999_999 }),
		'with another header': (token) => withHeader(token, { kid: 'older' }),
		'with the algorithm none': (token) => `${withHeader(token, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
		'with the algorithm none and a signature': (token) => withHeader(token, { alg: 'none' }),
		'with a public key for a secret': (token) => {
			const { publicKey } = generateKeyPairSync('ed25519')
			return signed(withHeader(token, { alg: 'HS256' }), publicKey.export({ type: 'spki', format: 'pem' }))
		},
		'with another algorithm and our key': (token) =>
			signed(withHeader(token, { alg: 'HS512' }), Buffer.from(old, 'base64url'), 'sha512'),
		'with an empty key': (token) => signed(token, ''),
		'with a key of its own': (token) => signed(withHeader(token, { jwk: { kty: 'oct', k: young } }), young),
		'that was cut off': (token) => token.slice(0, -1),
		'without a signature': (token) => token.split('.').slice(0, 2).join('.'),
		'with our key, for another audience': (token) => resigned(token, { aud: 'somebody' }),
		'with our key, of another kind': (token) =>
			signed(withHeader(token, { typ: 'JWT' }), Buffer.from(old, 'base64url')),
		'with our key, without an end': (token) => resigned(token, { exp: undefined }),
		'that is no token': () => 'x',
		'that is endless': () => 'x'.repeat(100_000),
	}
	test.each(Object.keys(forgeries))('%s opens nothing', async (name) => {
		const { token, see, act, tasks, task } = await bench()
		const forged = forgeries[name]?.(await token()) ?? ''
		expect(typeOf(await see(forged))).toBe('link-invalid')
		expect((await act(forged, { type: 'acknowledge' })).status).toBe(401)
		expect((await tasks.get(task.id))?.state).toBe('raised')
	})

	test('is refused at every character that was changed', async () => {
		const { token, links } = await bench()
		const link = await token()
		for (let at = 0; at < link.length; at++) {
			const changed = `${link.slice(0, at)}${link[at] === 'A' ? 'Q' : 'A'}${link.slice(at + 1)}`
			expect([at, await links.check(changed)]).toEqual([at, { is: 'refused', because: 'invalid' }])
		}
	})

	test('made in the same way with the same key opens the task: the forgeries above fail for what was changed', async () => {
		const { token, see } = await bench()
		expect((await see(resigned(await token(), {}))).status).toBe(200)
	})
})

describe('a link that was taken back', () => {
	test('opens nothing, and one made afterwards does', async () => {
		const { token, see, act, send, task, clock } = await bench()
		const [first, second] = [await token(), await token()]
		expect((await act(first, { type: 'acknowledge' })).status).toBe(200)
		const answer = await send(staff, 'POST', `/api/tasks/${task.id}/links/revoke`, {}, {})
		expect(answer).toMatchObject({ status: 200, body: { revoked: 'all' } })
		for (const link of [first, second]) expect(typeOf(await see(link))).toBe('link-revoked')
		expect(typeOf(await act(first, { type: 'start' }))).toBe('link-revoked')
		clock.now += 1
		const issued = await send(staff, 'POST', `/api/tasks/${task.id}/links`)
		if (isProblem(issued)) throw new Error(JSON.stringify(issued))
		const { url, expiresAt } = NewLinkView.parse(issued.body)
		expect(Date.parse(expiresAt)).toBe(clock.now + 72 * HOUR)
		expect((await see(url.replace(`${PAGES}/t/#`, ''))).status).toBe(200)
	})

	test('by its id leaves the others', async () => {
		const { token, see, send, task } = await bench()
		const [first, second] = [await token(), await token()]
		const link = decode(first.split('.')[1]).jti
		await send(staff, 'POST', `/api/tasks/${task.id}/links/revoke`, {}, { link })
		expect(typeOf(await see(first))).toBe('link-revoked')
		expect((await see(second)).status).toBe(200)
	})
})

describe('a forwarded link', () => {
	test('shows the task and changes nothing, once it was used elsewhere', async () => {
		const { token, see, act, tasks, task } = await bench()
		const link = await token()
		expect((await act(link, { type: 'acknowledge' })).status).toBe(200)
		const { secret } = viewOf(await see(link))
		expect(typeOf(await act(link, { type: 'fix' }, secret))).toBe('link-used-elsewhere')
		expect((await tasks.get(task.id))?.state).toBe('acknowledged')
		expect((await act(link, { type: 'start' })).status).toBe(200)
	})

	test('is not taken from its owner by a change that is not possible', async () => {
		const { token, act } = await bench()
		const link = await token()
		expect((await act(link, { type: 'dismiss', reason: 'test' }, 'b'.repeat(43))).status).toBe(403)
		expect((await act(link, { type: 'start' }, 'b'.repeat(43), 99)).status).toBe(412)
		expect((await act(link, { type: 'acknowledge' })).status).toBe(200)
	})

	test('of two at the same moment is one of theirs', async () => {
		const { token, act, tasks, task } = await bench()
		const link = await token()
		const both = await Promise.all([
			act(link, { type: 'acknowledge' }),
			act(link, { type: 'acknowledge' }, 'b'.repeat(43)),
		])
		expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
		expect((await tasks.get(task.id))?.events).toHaveLength(2)
	})

	test('needs a secret that cannot be guessed', async () => {
		const { token, act } = await bench()
		expect(await act(await token(), { type: 'acknowledge' }, 'short')).toMatchObject({
			status: 400,
			errors: [{ field: 'x-task-link-secret' }],
		})
	})
})

describe('when the key is changed', () => {
	test('older links work on, new ones carry the new key, and after the old one is gone its links are dead', async () => {
		const { token, see, ring, clock } = await bench()
		const before = await token()
		Object.assign(ring, { current: 'young', keys: { old, young } })
		clock.now += 6 * 60_000
		const after = await token()
		expect(decode(after.split('.')[0]).kid).toBe('young')
		for (const link of [before, after]) expect((await see(link)).status).toBe(200)
		Object.assign(ring, { keys: { young } })
		clock.now += 6 * 60_000
		expect(typeOf(await see(before))).toBe('link-invalid')
		expect((await see(after)).status).toBe(200)
	})

	test('a function that has not noticed looks again for a key that it does not know', async () => {
		const { see, token, ring, clock } = await bench()
		await see(await token())
		Object.assign(ring, { current: 'young', keys: { old, young } })
		const fresh = new SignedLinks(
			new LinkKeys(
				async () => JSON.stringify(ring),
				() => clock.now,
			),
			PAGES,
			() => clock.now,
		)
		clock.now += 31_000
		const link = await fresh.taskLink(alarmTask(), 72)
		expect((await see(link.replace(`${PAGES}/t/#`, ''))).status).toBe(200)
	})

	test.each([
		['no JSON', 'secret-text'],
		['too short a key', JSON.stringify({ current: 'a', keys: { a: 'c2VjcmV0LXRleHQ' } })],
		['no current key', JSON.stringify({ current: 'b', keys: { a: old } })],
	])('%s is a fault that does not show the key', async (_, text) => {
		const fault = await new LinkKeys(
			async () => text,
			() => 0,
		)
			.current()
			.catch((error: unknown) => String(error))
		expect(fault).toMatch(/keys of task links/)
		expect(fault).not.toMatch(/secret-text|c2VjcmV0|AQEB/)
	})
})

function withClaims(token: string, change: object): string {
	const [header = '', claims, signature = ''] = token.split('.')
	return [header, encode({ ...decode(claims), ...change }), signature].join('.')
}

function withHeader(token: string, change: object): string {
	const [header, claims = '', signature = ''] = token.split('.')
	return [encode({ ...decode(header), ...change }), claims, signature].join('.')
}

function signed(token: string, key: string | Buffer, hash = 'sha256'): string {
	const content = token.split('.').slice(0, 2).join('.')
	return `${content}.${createHmac(hash, key).update(content).digest('base64url')}`
}

const resigned = (token: string, change: object): string =>
	signed(withClaims(token, change), Buffer.from(old, 'base64url'))

describe('a photo by link', () => {
	const body = { type: 'image/jpeg', bytes: jpeg.length }
	const key = (outcome: Outcome): string => {
		if (isProblem(outcome)) throw new Error(JSON.stringify(outcome))
		return PhotoUpload.parse(outcome.body).key
	}
	const offered = async (desk: Awaited<ReturnType<typeof bench>>, link: string) =>
		key(await desk.send(nobody, 'POST', '/api/public/task/photos', { 'x-task-link': link }, body))

	test('is sent, attached once, and seen by whoever has the link', async () => {
		const desk = await bench()
		const link = await desk.token()
		const photo = { key: await offered(desk, link), shows: 'after' } as const
		desk.photos.arrives(photo.key, { type: 'image/jpeg', bytes: jpeg })
		for (const _ of ['first', 'again'])
			expect(await desk.act(link, { type: 'addPhoto', photo })).toMatchObject({ status: 200 })
		expect((await desk.tasks.get(desk.task.id))?.photos).toMatchObject([{ ...photo, by: '院落长（链接）' }])
		const path = `/api/public/task/photos/${photo.key}`
		expect(await desk.send(nobody, 'GET', path, { 'x-task-link': link })).toMatchObject({ status: 200 })
		expect(await desk.send(nobody, 'GET', path)).toMatchObject({ status: 401 })
		const other = await desk.token({ id: 'another task', courtyard: 'yard-1' })
		expect(await desk.send(nobody, 'GET', path, { 'x-task-link': other })).toMatchObject({ status: 404 })
	})

	test('can be attached with the link that it was sent with and with no other', async () => {
		const desk = await bench()
		const [link, forwarded] = [await desk.token(), await desk.token()]
		const photo = { key: await offered(desk, link), shows: 'after' } as const
		desk.photos.arrives(photo.key, { type: 'image/jpeg', bytes: jpeg })
		expect(await desk.act(forwarded, { type: 'addPhoto', photo })).toMatchObject({ status: 422 })
	})

	test('that is refused does not bind the link', async () => {
		const desk = await bench()
		const link = await desk.token()
		const photo = { key: await offered(desk, link), shows: 'after' } as const
		expect(await desk.act(link, { type: 'addPhoto', photo }, 'b'.repeat(43))).toMatchObject({ status: 422 })
		expect(await desk.act(link, { type: 'acknowledge' })).toMatchObject({ status: 200 })
	})

	test('that somebody else’s copy of the link sends changes and keeps nothing', async () => {
		const desk = await bench()
		const link = await desk.token()
		await desk.act(link, { type: 'acknowledge' })
		const photo = { key: await offered(desk, link), shows: 'after' } as const
		desk.photos.arrives(photo.key, { type: 'image/jpeg', bytes: jpeg })
		expect(await desk.act(link, { type: 'addPhoto', photo }, 'b'.repeat(43))).toMatchObject({ status: 403 })
		expect(desk.photos.kept.size).toBe(0)
	})

	test('is offered sixty times a day and not more often', async () => {
		const desk = await bench()
		const link = await desk.token()
		for (let i = 0; i < 60; i += 1) await offered(desk, link)
		const over = await desk.send(nobody, 'POST', '/api/public/task/photos', { 'x-task-link': link }, body)
		expect(over).toMatchObject({ status: 429 })
	})
})
