import type { PageRoute } from '../routing/Routes.tsx'
import { homeCalls } from './home/homeCalls.ts'
import { lastCourtyard } from './lastCourtyard.ts'

/** The head's pages; each is loaded when somebody first goes there. */
export const phoneRoutes: readonly PageRoute[] = [
	{
		path: '/phone',
		load: async () => (await import('./home/HomePage.tsx')).HomePage,
		first: () => homeCalls(lastCourtyard(), Date.now()),
	},
	{ path: '/phone/tasks', load: async () => (await import('./tasks/TasksPage.tsx')).TasksPage },
	{ path: '/phone/tasks/:id', load: async () => (await import('./tasks/TaskPage.tsx')).TaskPage },
	{ path: '/phone/report', load: async () => (await import('./report/ReportPage.tsx')).ReportPage },
	{ path: '/phone/me', load: async () => (await import('./me/MePage.tsx')).MePage },
]
