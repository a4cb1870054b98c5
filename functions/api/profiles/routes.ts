import * as z from 'zod'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { checkOnly, putProfile } from './putProfile.ts'
import { getProfile, listProfiles } from './readProfiles.ts'

/** The numbers by which everything is judged, and since when. */
export const profilesRoutes = (ports: ApiPorts): Route[] => [
	route({ method: 'GET', path: '/api/profiles', roles: ['head', 'village', 'staff'], run: () => listProfiles(ports) }),
	route({
		method: 'GET',
		path: '/api/profiles/:version',
		roles: ['head', 'village', 'staff'],
		run: ({ params }) => getProfile(ports, params.version ?? ''),
	}),
	// The body is looked at by the checker, which tells more than a schema does.
	route({
		method: 'POST',
		path: '/api/profiles/check',
		roles: ['staff'],
		body: z.unknown(),
		run: ({ body }) => checkOnly(body),
	}),
	route({
		method: 'POST',
		path: '/api/profiles',
		roles: ['admin'],
		body: z.unknown(),
		run: ({ viewer, body }) => putProfile(ports, viewer, body),
	}),
]
