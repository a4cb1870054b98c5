import type { PageRoute } from '../routing/Routes.tsx'

/** Every page of the desk and its address; each is loaded when somebody first goes there. */
export const deskRoutes: readonly PageRoute[] = [
	{
		path: '/desk',
		load: async () => (await import('./today/TodayPage.tsx')).TodayPage,
		first: () => ['/api/overview', '/api/courtyards', '/api/overview/changes'],
	},
	{ path: '/desk/courtyards', load: async () => (await import('./courtyards/CourtyardsPage.tsx')).CourtyardsPage },
	{ path: '/desk/rankings', load: async () => (await import('./rankings/RankingsPage.tsx')).RankingsPage },
	{ path: '/desk/rankings/:month', load: async () => (await import('./rankings/RankingsPage.tsx')).RankingsPage },
	{ path: '/desk/courtyards/:id', load: async () => (await import('./courtyard/CourtyardPage.tsx')).CourtyardPage },
	{ path: '/desk/data', load: async () => (await import('./data/DataPage.tsx')).DataPage },
	{ path: '/desk/devices/:id', load: async () => (await import('./device/DevicePage.tsx')).DevicePage },
	{ path: '/desk/inspections', load: async () => (await import('./inspections/InspectionsPage.tsx')).InspectionsPage },
	{ path: '/desk/inspections/new', load: async () => (await import('./inspections/NewSheetPage.tsx')).NewSheetPage },
	{
		path: '/desk/inspections/:courtyard/:day',
		load: async () => (await import('./inspections/SheetPage.tsx')).SheetPage,
	},
	{ path: '/desk/settings', load: async () => (await import('./settings/registry/DevicesPage.tsx')).DevicesPage },
	{
		path: '/desk/settings/devices',
		load: async () => (await import('./settings/registry/DevicesPage.tsx')).DevicesPage,
	},
	{
		path: '/desk/settings/devices/add',
		load: async () => (await import('./settings/registry/EntryPage.tsx')).AddDevicePage,
	},
	{
		path: '/desk/settings/devices/import',
		load: async () => (await import('./settings/registry/ImportPage.tsx')).ImportDevicesPage,
	},
	{
		path: '/desk/settings/devices/:id/change',
		load: async () => (await import('./settings/registry/EntryPage.tsx')).ChangeDevicePage,
	},
	{
		path: '/desk/settings/devices/:id/connect',
		load: async () => (await import('./settings/registry/ConnectPage.tsx')).ConnectPage,
	},
	{
		path: '/desk/settings/courtyards',
		load: async () => (await import('./settings/registry/CourtyardsPage.tsx')).CourtyardsPage,
	},
	{
		path: '/desk/settings/courtyards/add',
		load: async () => (await import('./settings/registry/EntryPage.tsx')).AddCourtyardPage,
	},
	{
		path: '/desk/settings/courtyards/import',
		load: async () => (await import('./settings/registry/ImportPage.tsx')).ImportCourtyardsPage,
	},
	{
		path: '/desk/settings/courtyards/:id/change',
		load: async () => (await import('./settings/registry/EntryPage.tsx')).ChangeCourtyardPage,
	},
	{ path: '/desk/settings/people', load: async () => (await import('./settings/registry/PeoplePage.tsx')).PeoplePage },
	{ path: '/desk/tasks', load: async () => (await import('./tasks/TasksPage.tsx')).TasksPage },
	{ path: '/desk/tasks/new', load: async () => (await import('./tasks/NewTaskPage.tsx')).NewTaskPage },
	{ path: '/desk/tasks/:id', load: async () => (await import('./tasks/TaskPage.tsx')).TaskPage },
	{
		path: '/desk/settings/channels',
		load: async () => (await import('./settings/channels/ChannelsPage.tsx')).ChannelsPage,
	},
	{
		path: '/desk/settings/profile',
		load: async () => (await import('./settings/profile/ProfilePage.tsx')).ProfilePage,
	},
]
