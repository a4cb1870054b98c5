import { WhatIfView } from '../../../shared/contract/score/whatIf.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { WhatIf, whatIf } from './whatIf.ts'

/** A past month under another profile. */
export const whatIfRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'POST',
		path: '/api/what-if',
		roles: ['staff'],
		summary: { zh: '换一套标准重算某月', en: 'A past month under another profile' },
		body: WhatIf,
		response: WhatIfView,
		run: ({ body }) => whatIf(ports, body),
	}),
]
