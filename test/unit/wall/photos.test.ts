import { expect, test } from 'vitest'
import { uploadForReport } from '../../../functions/api/photos/uploads.ts'
import { follow, followedPhoto } from '../../../functions/api/wall/follow.ts'
import { report } from '../../../functions/api/wall/reports.ts'
import type { PhotoUpload } from '../../../shared/contract/task/photo.ts'
import { FollowedView, type ReceivedView } from '../../../shared/contract/wall/wallViews.ts'
import { jpeg, phoneJpeg, SECRET } from '../../doubles/pictures.ts'
import { bodyOf, somewhere, wallDesk, wish } from '../../doubles/wallDesk.ts'

const file = { type: 'image/jpeg', bytes: jpeg.length } as const

function photoDesk(before?: (call: string) => Promise<void>) {
	const desk = wallDesk(before)
	const registry = { ...desk.ports.registry, put: async () => {} }
	const ports = { ...desk.ports, tasks: desk.tasks, registry }
	const offer = (key = wish.key, courtyard = wish.courtyard) =>
		uploadForReport(ports, somewhere, { courtyard, key, ...file })
	const sent = async (bytes: Uint8Array = jpeg, key = wish.key, courtyard = wish.courtyard) => {
		const upload = bodyOf<PhotoUpload>(await offer(key, courtyard))
		desk.photos.arrives(upload.key, { type: 'image/jpeg', bytes })
		return upload.key
	}
	return { ...desk, offer, sent }
}

test('a report carries its photo, without the place where it was taken, and its follower sees it', async () => {
	const desk = photoDesk()
	const photo = await desk.sent(phoneJpeg())
	const { code } = bodyOf<ReceivedView>(await report(desk.ports, somewhere, { ...wish, photo }))
	expect(desk.theTask().photos).toEqual([{ key: photo, shows: 'before', at: desk.clock.at, by: '报告人' }])
	expect(Buffer.from(desk.photos.kept.get(photo)?.bytes ?? []).toString('latin1')).not.toContain(SECRET)
	const followed = FollowedView.parse(bodyOf(await follow(desk.ports, somewhere, code)))
	expect(followed.photos.map(({ key }) => key)).toEqual([photo])
	expect(await followedPhoto(desk.ports, somewhere, code, photo)).toMatchObject({ status: 200 })
})

test('whoever follows a report sees no photo but his own, and nobody sees one without the code', async () => {
	const desk = photoDesk()
	const photo = await desk.sent()
	const { code } = bodyOf<ReceivedView>(await report(desk.ports, somewhere, { ...wish, photo }))
	const task = desk.theTask()
	const evidence = photo.replace(/^r/, 'e')
	await desk.photos.keep(evidence, 'image/jpeg', jpeg)
	const photos = [...task.photos, { key: evidence, shows: 'after', at: desk.clock.at, by: '李国富' } as const]
	await desk.tasks.put({ ...task, photos, version: task.version + 1 }, task.version)
	expect(FollowedView.parse(bodyOf(await follow(desk.ports, somewhere, code))).photos).toHaveLength(1)
	expect(await followedPhoto(desk.ports, somewhere, code, evidence)).toMatchObject({ status: 404 })
	expect(await followedPhoto(desk.ports, somewhere, 'AAAAA-AAAAA', photo)).toMatchObject({ status: 404 })
	desk.clock.at += 90 * 86_400_000
	expect(await followedPhoto(desk.ports, somewhere, code, photo)).toMatchObject({ status: 404 })
	expect(FollowedView.parse(bodyOf(await follow(desk.ports, somewhere, code))).photos).toEqual([])
})

test('a photo of another form or courtyard, and one that never came, are refused; the report can come without', async () => {
	const desk = photoDesk()
	const foreign = [
		await desk.sent(jpeg, 'form-9-made-at-random'),
		await desk.sent(jpeg, wish.key, 'yard-2'),
		bodyOf<PhotoUpload>(await desk.offer()).key,
		'photo-1',
	]
	for (const photo of foreign)
		expect(await report(desk.ports, somewhere, { ...wish, photo })).toMatchObject({ status: 422 })
	expect(desk.tasks.tasks.size).toBe(0)
	expect(await report(desk.ports, somewhere, wish)).toMatchObject({ status: 201 })
	expect(desk.theTask().photos).toEqual([])
})

test('wherever a report with a photo is cut off, sending it again completes it', async () => {
	for (let dies = 1; ; dies += 1) {
		const count = { calls: Number.NEGATIVE_INFINITY }
		const desk = photoDesk(async () => {
			count.calls += 1
			if (count.calls === dies) throw new Error('killed')
		})
		const photo = await desk.sent()
		count.calls = 0
		const died = await report(desk.ports, somewhere, { ...wish, photo }).then(
			() => false,
			() => true,
		)
		if (!died) {
			expect(dies).toBeGreaterThan(6)
			break
		}
		count.calls = Number.NEGATIVE_INFINITY
		await report(desk.ports, somewhere, { ...wish, photo })
		expect(desk.theTask().photos.map(({ key }) => key)).toEqual([photo])
		expect(desk.photos.kept.get(photo)?.bytes).toEqual(jpeg)
	}
})

test('photos for reports are counted by address and courtyard, three for each report that would be taken', async () => {
	const desk = photoDesk()
	const { hour } = desk.registry.profile.wall.perAddress
	for (let i = 0; i < 3 * hour; i += 1) expect(await desk.offer()).toMatchObject({ status: 201 })
	expect(await desk.offer()).toMatchObject({ status: 429 })
	expect(JSON.stringify([...desk.tally.counts])).not.toContain('203.0')
	expect(await report(desk.ports, somewhere, wish)).toMatchObject({ status: 201 })
})
