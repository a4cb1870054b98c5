import { Health } from '../../shared/contract/health.ts'
import { ok } from '../../shared/contract/outcome.ts'
import { alertsRoutes } from './alerts/routes.ts'
import { appealsRoutes } from './appeals/routes.ts'
import { courtyardsRoutes } from './courtyards/routes.ts'
import { dataQualityRoutes } from './dataQuality/routes.ts'
import { devicesRoutes } from './devices/routes.ts'
import { figuresRoutes } from './figures/routes.ts'
import { forecastsRoutes } from './forecasts/routes.ts'
import { headsRoutes } from './heads/routes.ts'
import { type Route, route } from './http/route.ts'
import { inspectionsRoutes } from './inspections/routes.ts'
import { linksRoutes } from './links/routes.ts'
import { meRoutes } from './me/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { photosRoutes } from './photos/routes.ts'
import { pointsRoutes } from './points/routes.ts'
import type { ApiPorts } from './ports.ts'
import { profilesRoutes } from './profiles/routes.ts'
import { quarantineRoutes } from './quarantine/routes.ts'
import { rankingsRoutes } from './rankings/routes.ts'
import { registryRoutes } from './registry/routes.ts'
import { scoresRoutes } from './scores/routes.ts'
import { tasksRoutes } from './tasks/routes.ts'
import { wallRoutes } from './wall/routes.ts'
import { whatIfRoutes } from './whatIf/routes.ts'

/** Every operation of the API, with who may call it, by the room it belongs to: one for each thing people ask about. */
export const roomsOf = (ports: ApiPorts) =>
	({
		health: [
			route({
				method: 'GET',
				path: '/api/health',
				roles: ['public', 'head', 'village', 'staff'],
				summary: { zh: '服务是否正常', en: 'Whether the service is up' },
				response: Health,
				run: async () => ok({ status: 'ok', at: new Date(ports.now()).toISOString() } satisfies Health),
			}),
		],
		me: meRoutes(),
		overview: overviewRoutes(ports),
		courtyards: courtyardsRoutes(ports),
		scores: scoresRoutes(ports),
		devices: devicesRoutes(ports),
		tasks: tasksRoutes(ports),
		photos: photosRoutes(ports),
		inspections: inspectionsRoutes(ports),
		appeals: appealsRoutes(ports),
		heads: headsRoutes(ports),
		wall: wallRoutes(ports),
		points: pointsRoutes(ports),
		links: linksRoutes(ports),
		figures: figuresRoutes(ports),
		rankings: rankingsRoutes(ports),
		whatIf: whatIfRoutes(ports),
		forecasts: forecastsRoutes(ports),
		dataQuality: dataQualityRoutes(ports),
		alerts: alertsRoutes(ports),
		quarantine: quarantineRoutes(ports),
		registry: registryRoutes(ports),
		profiles: profilesRoutes(ports),
	}) satisfies Record<string, Route[]>

export type Room = keyof ReturnType<typeof roomsOf>

export const routesOf = (ports: ApiPorts): Route[] => Object.values(roomsOf(ports)).flat()
