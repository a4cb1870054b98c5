import { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { NewInspectionTask, TasksView, TaskView } from '../../../shared/contract/task/taskView.ts'
import { IF_MATCH } from '../http/headers.ts'
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
		summary: { zh: '任务列表', en: 'Tasks' },
		query: TasksQuery,
		response: TasksView,
		run: ({ viewer, query }) => listTasks(ports, viewer, query),
	}),
	route({
		method: 'POST',
		path: '/api/tasks',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '登记巡查发现的问题', en: 'Put on record what was seen on a round' },
		body: NewInspectionTask,
		response: TaskView,
		statuses: [201],
		isVersioned: true,
		run: ({ viewer, body }) => createTask(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一件任务', en: 'One task' },
		response: TaskView,
		isVersioned: true,
		run: ({ viewer, params }) => getTask(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/actions',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '处理任务', en: 'Act on a task' },
		body: TaskAction,
		response: TaskView,
		headers: [IF_MATCH],
		isVersioned: true,
		run: ({ viewer, params, body, headers }) => actOnTask(ports, viewer, params.id ?? '', body, headers[IF_MATCH.name]),
	}),
]
