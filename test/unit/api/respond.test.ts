import { expect, test } from 'vitest'
import { respond } from '../../../functions/adapters/http/respond.ts'
import { changedMeanwhile, notFound, ok } from '../../../shared/contract/http/outcome.ts'

test('whoever has the content already is told so, and sent nothing', () => {
	const first = respond(ok({ a: 1 }))
	const etag = String(first.headers?.etag)
	expect(respond(ok({ a: 1 }), `"other", W/${etag}`)).toMatchObject({ statusCode: 304, headers: { etag } })
	expect(respond(ok({ a: 2 }), etag).statusCode).toBe(200)
})

test('a version that is to be named in If-Match is the tag, and its content is always sent: the time left changes', () => {
	const outcome = { ...ok({ left: '3 h' }), headers: { etag: '"7"' } }
	expect(respond(outcome, '"7"')).toMatchObject({ statusCode: 200, headers: { etag: '"7"' }, body: '{"left":"3 h"}' })
})

test('a problem has no tag, and says how things are now where that helps', () => {
	expect(respond(notFound({ zh: '任务', en: 'task' }), '*').headers).not.toHaveProperty('etag')
	const { statusCode, headers, body } = respond(changedMeanwhile(8, { state: 'fixed' }))
	expect([statusCode, headers?.['content-type']]).toEqual([412, 'application/problem+json'])
	expect(JSON.parse(body ?? '')).toMatchObject({ version: 8, current: { state: 'fixed' } })
})
