import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getTask, listTasks, TasksQuery } from './tasks.ts'

/** Tasks. */
export const tasksRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/tasks',
		roles: ['head', 'staff'],
		query: TasksQuery,
		run: ({ viewer, query }) => listTasks(ports, viewer, query),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => getTask(ports, viewer, params.id ?? ''),
	}),
]
