import { TaskAction } from '../../../shared/contract/taskAction.ts'
import { NewInspectionTask } from '../../../shared/contract/taskView.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { listTasks, TasksQuery } from './listTasks.ts'
import { actOnTask, createTask, getTask } from './oneTask.ts'

/** Tasks, and what people do to them. */
export const tasksRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/tasks',
		roles: ['head', 'village', 'staff'],
		query: TasksQuery,
		run: ({ viewer, query }) => listTasks(ports, viewer, query),
	}),
	route({
		method: 'POST',
		path: '/api/tasks',
		roles: ['head', 'village', 'staff'],
		body: NewInspectionTask,
		run: ({ viewer, body }) => createTask(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => getTask(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/actions',
		roles: ['head', 'village', 'staff'],
		body: TaskAction,
		run: ({ viewer, params, body, headers }) => actOnTask(ports, viewer, params.id ?? '', body, headers['if-match']),
	}),
]
