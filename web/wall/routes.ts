import type { PageRoute } from '../routing/Routes.tsx'
import { WallPage } from './home/WallPage.tsx'

/** The pages of the wall by their addresses; all but the first are loaded when somebody first goes there. */
export const wallRoutes: readonly PageRoute[] = [
	{ path: '/wall', load: async () => WallPage },
	{ path: '/wall/report', load: async () => (await import('./report/ReportPage.tsx')).ReportPage },
	{ path: '/wall/follow', load: async () => (await import('./follow/AskCodePage.tsx')).AskCodePage },
	{ path: '/wall/follow/:code', load: async () => (await import('./follow/FollowPage.tsx')).FollowPage },
	{ path: '/wall/order', load: async () => (await import('./order/OrderPage.tsx')).OrderPage },
	{ path: '/wall/scoring', load: async () => (await import('./scoring/ScoringPage.tsx')).ScoringPage },
	{ path: '/wall/tv', load: async () => (await import('./tv/TvPage.tsx')).TvPage },
	{ path: '/wall/print', load: async () => (await import('./print/PrintPage.tsx')).PrintPage },
]
