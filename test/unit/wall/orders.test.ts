import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { follow } from '../../../functions/api/wall/follow.ts'
import { order, orderFor } from '../../../functions/api/wall/orders.ts'
import { similar } from '../../../functions/api/wall/similar.ts'
import { NewOrder, Services, usualServices } from '../../../shared/contract/wall/services.ts'
import type { ReceivedView } from '../../../shared/contract/wall/wallViews.ts'
import { bodyOf, somewhere, wallDesk } from '../../doubles/wallDesk.ts'

const wish = NewOrder.parse({
	key: 'order-1-made-at-random',
	courtyard: 'yard-1',
	service: 'bulky-waste',
	what: '旧沙发一张',
	contact: { phone: '13812345678' },
})
const head = viewerOf({ role: 'head', courtyards: 'yard-1', sub: 'u-3', name: '李强' })

test('an order is a task with what the catalogue says of the service, followed by its code, its contact kept apart', async () => {
	const desk = wallDesk()
	const received = await order(desk.ports, somewhere, wish)
	expect(desk.theTask()).toMatchObject({
		source: 'order',
		service: 'bulky-waste',
		what: '大件垃圾上门收运：旧沙发一张',
		severity: 'minor',
		revolution: 'waste',
	})
	expect(JSON.stringify(desk.theTask())).not.toContain('138')
	expect(desk.contacts.kept.size).toBe(1)
	const { code } = bodyOf<ReceivedView>(received)
	expect(await follow(desk.ports, somewhere, code)).toMatchObject({ body: { source: 'order', state: 'raised' } })
	expect((await order(desk.ports, somewhere, wish)).status).toBe(200)
	expect(desk.theTask().version).toBe(1)
})

test('a head orders for a resident of his courtyard without being counted, and stands in the trail', async () => {
	const desk = wallDesk()
	for (let n = 0; n < 12; n += 1) await orderFor(desk.ports, head, { ...wish, key: `order-${n}-made-at-random` })
	const tasks = [...desk.tasks.tasks.values()]
	expect(tasks).toHaveLength(12)
	expect(tasks[0]?.events[0]?.actor).toMatchObject({ name: '李强', role: 'head' })
	expect((await orderFor(desk.ports, head, { ...wish, courtyard: 'yard-2' })).status).toBe(403)
})

test('what is not in the catalogue is refused with what is; nobody orders without being found', async () => {
	expect(await order(wallDesk().ports, somewhere, { ...wish, service: 'free-beer' })).toMatchObject({
		errors: [{ field: 'service', message: 'there are: septic-emptying, bulky-waste, helping-hand' }],
	})
	expect(NewOrder.safeParse({ ...wish, contact: undefined }).success).toBe(false)
	const twice = { ...usualServices, offered: [...usualServices.offered, ...usualServices.offered] }
	expect(Services.safeParse(twice).success).toBe(false)
})

test('orders and reports count together, and no order is suggested to anybody', async () => {
	const desk = wallDesk()
	for (let n = 0; n < 10; n += 1) await order(desk.ports, somewhere, { ...wish, key: `order-${n}-made-at-random` })
	expect((await order(desk.ports, somewhere, { ...wish, key: 'order-10-made-at-random' })).status).toBe(429)
	const elsewhere = { address: '203.0.113.8' }
	expect(await similar(desk.ports, elsewhere, { courtyard: 'yard-1', what: '旧沙发一张' })).toMatchObject({
		body: { similar: [] },
	})
})
