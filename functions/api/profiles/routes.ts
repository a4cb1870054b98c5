import { Profile } from '../../../shared/contract/profile/profile.ts'
import {
	NewProfileView,
	ProfileCheck,
	ProfilesView,
	ProfileView,
} from '../../../shared/contract/profile/profileView.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { checkOnly, putProfile } from './putProfile.ts'
import { getProfile, listProfiles } from './readProfiles.ts'

/** The numbers by which everything is judged, and since when. */
export const profilesRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/profiles',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '评分标准的各版本', en: 'Versions of the profile' },
		response: ProfilesView,
		run: () => listProfiles(ports),
	}),
	route({
		method: 'GET',
		path: '/api/profiles/:version',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一个版本的评分标准', en: 'One version of the profile' },
		response: ProfileView,
		run: ({ params }) => getProfile(ports, params.version ?? ''),
	}),
	// The body is looked at by the checker, which tells more than a schema does.
	route({
		method: 'POST',
		path: '/api/profiles/check',
		roles: ['staff'],
		summary: { zh: '检查评分标准，不保存', en: 'Check a profile without keeping it' },
		body: z.unknown(),
		bodyIs: Profile,
		response: ProfileCheck,
		run: ({ body }) => checkOnly(body),
	}),
	route({
		method: 'POST',
		path: '/api/profiles',
		roles: ['admin'],
		summary: { zh: '新增一个版本的评分标准', en: 'Put a new version of the profile' },
		body: z.unknown(),
		bodyIs: Profile,
		response: NewProfileView,
		statuses: [201],
		run: ({ viewer, body }) => putProfile(ports, viewer, body),
	}),
]
