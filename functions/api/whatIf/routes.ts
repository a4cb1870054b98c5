import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { WhatIf, whatIf } from './whatIf.ts'

/** A past month under another profile. */
export const whatIfRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'POST',
		path: '/api/what-if',
		roles: ['staff'],
		body: WhatIf,
		run: ({ body }) => whatIf(ports, body),
	}),
]
