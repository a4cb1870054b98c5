import { describe, expect, test } from 'vitest'
import { type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import { seePhoto } from '../../../functions/api/photos/seePhoto.ts'
import { uploadForTask } from '../../../functions/api/photos/uploads.ts'
import { actOnTask } from '../../../functions/api/tasks/oneTask.ts'
import { taskView } from '../../../functions/api/tasks/taskView.ts'
import { MOST_PHOTO_BYTES, NewTaskPhoto, PhotoUpload } from '../../../shared/contract/task/photo.ts'
import { MemoryPhotos } from '../../doubles/memoryPhotos.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { jpeg, phoneJpeg, png, SECRET } from '../../doubles/pictures.ts'
import { residentPorts } from '../../doubles/residentPorts.ts'
import { alarmTask, inspectionTask, RAISED } from '../../doubles/tasks.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'
import { bodyOf } from '../../doubles/wallDesk.ts'

const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-1', name: '李国富' })
const otherHead = viewerOf({ role: 'head', courtyards: 'yard-2', sub: 'u-2', name: '赵' })
const staff = viewerOf({ role: 'staff', sub: 'u-3', name: '王芳' })
const file = { type: 'image/jpeg', bytes: jpeg.length } as const

async function desk(before?: (call: string) => Promise<void>) {
	const clock = { at: RAISED + 60_000 }
	const tasks = new MemoryTaskStore(before)
	const [task, second] = [alarmTask(), inspectionTask()]
	for (const one of [task, second]) await tasks.put(one, undefined)
	const photos = new MemoryPhotos(() => clock.at, before)
	const registry = { ...fixedRegistry(registryOf(toilet)), put: async () => {} }
	const telemetry = { pick: async () => [], range: async () => [], newest: async () => undefined }
	const ports = { ...residentPorts(), tasks, photos, registry, telemetry, now: () => clock.at }
	const offer = async (viewer: Viewer, of = task.id) =>
		bodyOf<PhotoUpload>(await uploadForTask(ports, viewer, { task: of, ...file }))
	const sent = async (bytes: Uint8Array = jpeg, viewer = head, of = task.id, type = 'image/jpeg') => {
		const { key } = await offer(viewer, of)
		photos.arrives(key, { type, bytes })
		return key
	}
	const act = async (key: string, viewer = head, of = task.id, type: 'addPhoto' | 'fix' = 'addPhoto') => {
		const version = (await tasks.get(of))?.version
		return actOnTask(ports, viewer, of, { type, photo: { key, shows: 'after' } }, `"${version}"`)
	}
	const photosOf = async (id = task.id) => (await tasks.get(id))?.photos ?? []
	return { clock, tasks, task, second, photos, ports, registry, offer, sent, act, photosOf }
}

test('a photo is sent, attached with who and when and what it shows, and seen', async () => {
	const { ports, offer, photos, act, photosOf, clock } = await desk()
	const upload = PhotoUpload.parse(await offer(head))
	photos.arrives(upload.key, { type: 'image/jpeg', bytes: jpeg })
	expect(await act(upload.key)).toMatchObject({
		status: 200,
		body: { photos: [{ key: upload.key, shows: 'after', by: '李国富', at: new Date(clock.at).toISOString() }] },
	})
	expect(await photosOf()).toHaveLength(1)
	expect(await seePhoto(ports, head, upload.key)).toMatchObject({
		status: 200,
		body: { expiresAt: expect.any(String) },
	})
	expect(await seePhoto(ports, staff, upload.key)).toMatchObject({ status: 200 })
	expect(await seePhoto(ports, otherHead, upload.key)).toMatchObject({ status: 403 })
})

test('what is kept says nothing of where it was taken', async () => {
	const { sent, act, photos } = await desk()
	const key = await sent(phoneJpeg())
	await act(key)
	expect(Buffer.from(photos.kept.get(key)?.bytes ?? []).toString('latin1')).not.toContain(SECRET)
})

test('a repair may carry its photo; the same photo again changes nothing', async () => {
	const { sent, act, photosOf, tasks, task } = await desk()
	const key = await sent()
	await act(key)
	const { version } = (await tasks.get(task.id)) ?? {}
	expect(await act(key)).toMatchObject({ status: 200 })
	expect((await tasks.get(task.id))?.version).toBe(version)
	expect(await act(key, head, task.id, 'fix')).toMatchObject({ status: 200, body: { state: 'fixed' } })
	expect(await photosOf()).toHaveLength(1)
})

describe('a photo is refused', () => {
	const refused = {
		status: 422,
		errors: [{ field: 'photo', message: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) }],
	}

	test('that was never sent, or is no key of ours', async () => {
		const { offer, act, photosOf } = await desk()
		for (const key of [(await offer(head)).key, 'photo-1', '../../etc/passwd', 'e.yard-1.x'])
			expect(await act(key)).toMatchObject(refused)
		expect(await photosOf()).toEqual([])
	})

	test('that somebody else sent, or that was sent for another task', async () => {
		const { sent, act, second, photosOf } = await desk()
		expect(await act(await sent(jpeg, staff))).toMatchObject(refused)
		expect(await act(await sent(jpeg, head, second.id))).toMatchObject(refused)
		expect(await photosOf()).toEqual([])
	})

	test('that is kept already with another task: an old repair proves nothing of a new one', async () => {
		const { sent, act, second, photosOf } = await desk()
		const key = await sent()
		await act(key)
		expect(await act(key, head, second.id)).toMatchObject(refused)
		expect(await photosOf(second.id)).toEqual([])
	})

	test('that is of another courtyard, whatever its key says', async () => {
		const { sent, act, photos } = await desk()
		const key = (await sent()).replace('e.yard-1.', 'e.yard-2.')
		photos.arrives(key, { type: 'image/jpeg', bytes: jpeg })
		expect(await act(key)).toMatchObject(refused)
	})

	test('that is not what it says, not whole, or too large', async () => {
		const { sent, act, photosOf, photos } = await desk()
		const text = new TextEncoder().encode('<script>alert(1)</script>')
		for (const bytes of [png, text, jpeg.subarray(0, 300), new Uint8Array(MOST_PHOTO_BYTES + 1)])
			expect(await act(await sent(bytes))).toMatchObject(refused)
		expect(await act(await sent(jpeg, head, undefined, 'text/html'))).toMatchObject(refused)
		expect([await photosOf(), photos.kept.size]).toEqual([[], 0])
	})
})

test('a photo that has gone out of date is refused when it is asked for, by size and by type', () => {
	const wish = { task: 't', ...file }
	expect(NewTaskPhoto.safeParse(wish).success).toBe(true)
	const wrong = [
		{ type: 'image/svg+xml' },
		{ type: 'image/gif' },
		{ bytes: MOST_PHOTO_BYTES + 1 },
		{ bytes: 0 },
		{ bytes: 1.5 },
	]
	for (const change of wrong) expect(NewTaskPhoto.safeParse({ ...wish, ...change }).success).toBe(false)
})

test('wherever attaching is cut off, doing it again completes it: one photo, whole', async () => {
	for (let dies = 1; ; dies += 1) {
		const count = { calls: Number.NEGATIVE_INFINITY }
		const { sent, act, photosOf, photos } = await desk(async () => {
			count.calls += 1
			if (count.calls === dies) throw new Error('killed')
		})
		const key = await sent()
		count.calls = 0
		const died = await act(key).then(
			() => false,
			() => true,
		)
		if (!died) {
			expect(dies).toBeGreaterThan(3)
			break
		}
		count.calls = Number.NEGATIVE_INFINITY
		await act(key)
		expect((await photosOf()).map((photo) => photo.key)).toEqual([key])
		expect(photos.kept.get(key)?.bytes).toEqual(jpeg)
	}
})

test('the picture was kept, the day passed, and then the answer came: it can still be attached', async () => {
	const { sent, act, photos, photosOf } = await desk()
	const key = await sent()
	await photos.keep(key, 'image/jpeg', jpeg)
	photos.incoming.clear()
	expect(await act(key)).toMatchObject({ status: 200 })
	expect(await photosOf()).toHaveLength(1)
})

test('a resident’s photo is shown until 90 days after it came, and stands in no list from then on', async () => {
	const { ports, photos, task, registry, clock } = await desk()
	const { photoKey } = await import('../../../shared/domain/photo/photoKey.ts')
	const name = { courtyard: 'yard-1', issuedAt: clock.at, owner: 'o'.repeat(16), unique: 'u'.repeat(22) }
	const [own, evidence] = [photoKey({ ...name, kind: 'resident' }), photoKey({ ...name, kind: 'evidence' })]
	for (const key of [own, evidence]) await photos.keep(key, 'image/jpeg', jpeg)
	const both = [own, evidence].map((key) => ({ key, shows: 'before', at: clock.at, by: '报告人' }) as const)
	const listed = async () =>
		taskView(await registry.current(), { ...task, photos: both }, staff, clock.at).photos.map(({ key }) => key)
	clock.at += 90 * 86_400_000 - 1
	expect(await seePhoto(ports, staff, own)).toMatchObject({ status: 200 })
	expect(await listed()).toEqual([own, evidence])
	clock.at += 1
	expect(await seePhoto(ports, staff, own)).toMatchObject({ status: 404 })
	expect(await seePhoto(ports, staff, evidence)).toMatchObject({ status: 200 })
	expect(await listed()).toEqual([evidence])
})
