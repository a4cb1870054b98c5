import type { Route } from './http/route.ts'
import type { ApiPorts } from './ports.ts'

type Room = {
	/** What the addresses of its routes begin with; `:name` stands for any one part. */
	under: readonly string[]
	/** Loads its routes and all that they need. */
	load: () => Promise<(ports: ApiPorts) => Route[]>
}

/**
 * Every operation of the API, with who may call it, by the room it belongs to: one for each thing people ask about. A process
 * loads a room with the first call that may be for it, and most processes are asked about few things.
 */
export const rooms = {
	health: { under: ['/api/health'], load: async () => (await import('./health/routes.ts')).healthRoutes },
	me: { under: ['/api/me'], load: async () => (await import('./me/routes.ts')).meRoutes },
	overview: { under: ['/api/overview'], load: async () => (await import('./overview/routes.ts')).overviewRoutes },
	courtyards: {
		under: ['/api/courtyards'],
		load: async () => (await import('./courtyards/routes.ts')).courtyardsRoutes,
	},
	scores: {
		under: ['/api/courtyards/:id/scores', '/api/courtyards/:id/explanation'],
		load: async () => (await import('./scores/routes.ts')).scoresRoutes,
	},
	devices: { under: ['/api/devices'], load: async () => (await import('./devices/routes.ts')).devicesRoutes },
	tasks: { under: ['/api/tasks'], load: async () => (await import('./tasks/routes.ts')).tasksRoutes },
	photos: {
		under: ['/api/photos', '/api/public/photos'],
		load: async () => (await import('./photos/routes.ts')).photosRoutes,
	},
	inspections: {
		under: ['/api/inspections'],
		load: async () => (await import('./inspections/routes.ts')).inspectionsRoutes,
	},
	appeals: { under: ['/api/appeals'], load: async () => (await import('./appeals/routes.ts')).appealsRoutes },
	heads: { under: ['/api/heads'], load: async () => (await import('./heads/routes.ts')).headsRoutes },
	wall: {
		under: [
			'/api/public/wall',
			'/api/public/reports',
			'/api/public/services',
			'/api/public/orders',
			'/api/orders',
			'/api/tasks/:id/contact',
		],
		load: async () => (await import('./wall/routes.ts')).wallRoutes,
	},
	points: { under: ['/api/points'], load: async () => (await import('./points/routes.ts')).pointsRoutes },
	links: {
		under: ['/api/public/task', '/api/tasks/:id/links'],
		load: async () => (await import('./links/routes.ts')).linksRoutes,
	},
	figures: { under: ['/api/figures'], load: async () => (await import('./figures/routes.ts')).figuresRoutes },
	rankings: {
		under: ['/api/rankings', '/api/public/rankings'],
		load: async () => (await import('./rankings/routes.ts')).rankingsRoutes,
	},
	whatIf: { under: ['/api/what-if'], load: async () => (await import('./whatIf/routes.ts')).whatIfRoutes },
	forecasts: { under: ['/api/forecasts'], load: async () => (await import('./forecasts/routes.ts')).forecastsRoutes },
	dataQuality: {
		under: ['/api/data-quality'],
		load: async () => (await import('./dataQuality/routes.ts')).dataQualityRoutes,
	},
	alerts: {
		under: ['/api/alerts', '/api/channels', '/api/tasks/:id/alerts'],
		load: async () => (await import('./alerts/routes.ts')).alertsRoutes,
	},
	quarantine: {
		under: ['/api/quarantine'],
		load: async () => (await import('./quarantine/routes.ts')).quarantineRoutes,
	},
	registry: { under: ['/api/registry'], load: async () => (await import('./registry/routes.ts')).registryRoutes },
	profiles: { under: ['/api/profiles'], load: async () => (await import('./profiles/routes.ts')).profilesRoutes },
} satisfies Record<string, Room>

export type RoomName = keyof typeof rooms

/** The routes of a room. */
export const routesIn = async (name: RoomName, ports: ApiPorts): Promise<Route[]> => (await rooms[name].load())(ports)

export const everyRoom = Object.keys(rooms) as RoomName[]

/** All routes there are. */
export const allRoutes = async (ports: ApiPorts): Promise<Route[]> =>
	(await Promise.all(everyRoom.map((name) => routesIn(name, ports)))).flat()

/** @returns for an address the routes of the rooms that it may belong to, each room made once */
export function routesOn(ports: ApiPorts): (path: string) => Promise<Route[]> {
	const made = new Map<RoomName, Promise<Route[]>>()
	const opened = (name: RoomName): Promise<Route[]> => {
		const routes = made.get(name) ?? routesIn(name, ports)
		made.set(name, routes)
		return routes
	}
	return async (path) => {
		const found = everyRoom.filter((name) => rooms[name].under.some((beginning) => isUnder(path, beginning)))
		return (await Promise.all(found.map(opened))).flat()
	}
}

function isUnder(path: string, beginning: string): boolean {
	const parts = path.split('/')
	return beginning.split('/').every((part, i) => (part.startsWith(':') ? parts[i] !== undefined : part === parts[i]))
}
