import { allRoutes } from '../../../functions/api/rooms.ts'
import { MemoryPhotos } from '../../doubles/memoryPhotos.ts'
import { noLinks } from '../../doubles/noLinks.ts'
import { scoringDesk } from '../../doubles/scoringDesk.ts'
import type { Ask } from '../reference/told.ts'
import { retentionMs, type Stores } from './stores.ts'

/** The API as staff see it at one moment. */
export function apiOn({ reader: telemetry, ...stores }: Stores, now: number): Ask {
	const queue = { send: () => Promise.reject(new Error('nothing is replayed here')) }
	const routes = allRoutes({
		...scoringDesk(),
		...noLinks(),
		...stores,
		channels: { list: async () => [], replace: async () => {} },
		channelStates: { get: async () => undefined },
		enroller: { ask: async () => ({ is: 'unknown' }) },
		channelTester: { test: async () => ({ is: 'nowhere' }) },
		outbox: { ofTask: async () => [] },
		photos: new MemoryPhotos(),
		telemetry,
		queue,
		retentionMs,
		pseudonym: (text) => text,
		now: () => now,
	})
	const from = { address: '127.0.0.1' }
	const viewer = { role: 'staff', person: { id: 'bench', name: 'bench' } } as const
	return async (path, params, query) => {
		const route = (await routes).find((one) => one.method === 'GET' && one.path === path)
		if (!route) throw new Error(`the API has no GET ${path}`)
		const outcome = await route.run({
			params,
			query: route.query?.parse(query),
			headers: {},
			body: undefined,
			viewer,
			from,
		})
		if (!('body' in outcome)) throw new Error(`GET ${path}: ${JSON.stringify(outcome)}`)
		return outcome.body
	}
}
