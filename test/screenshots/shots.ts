/** Who looks at a page: a person of the demo township by the id of the local issuer, or nobody in particular. */
export type Onlooker = 'zhou-min' | 'li-guofu' | 'chen-xiuying' | 'wang-deming' | 'he-jun' | 'admin' | 'nobody'

export interface Shot {
	/** Names the files: `desk-courtyards` becomes `desk-courtyards.zh.light.1440.png`. */
	readonly name: string
	/** With its query, without the language. */
	readonly path: string
	readonly as: Onlooker
	/** Of the development server: pages that are not delivered, such as the gallery. */
	readonly isDevelopment?: boolean
}

/** Every page as it should be looked at. Add yours here, also in its empty and failing states. */
export const shots: readonly Shot[] = [
	{ name: 'home', path: '/', as: 'nobody' },
	{ name: 'not-found', path: '/nothing.html', as: 'nobody' },
	{ name: 'desk-today', path: '/desk', as: 'zhou-min' },
	{ name: 'desk-today-village', path: '/desk', as: 'he-jun' },
	{ name: 'desk-courtyards', path: '/desk/courtyards', as: 'zhou-min' },
	{ name: 'desk-courtyards-village', path: '/desk/courtyards?village=qinglong&sort=-score', as: 'zhou-min' },
	{ name: 'desk-ranking', path: '/desk/rankings', as: 'zhou-min' },
	{ name: 'desk-ranking-village', path: '/desk/rankings?village=qinglong', as: 'zhou-min' },
	{ name: 'desk-ranking-appeals', path: '/desk/rankings?tab=appeals', as: 'zhou-min' },
	{ name: 'desk-ranking-revisions', path: '/desk/rankings?tab=revisions', as: 'zhou-min' },
	{ name: 'desk-ranking-what-if', path: '/desk/rankings?tab=what-if', as: 'zhou-min' },
	{ name: 'desk-ranking-none', path: '/desk/rankings/2020-01', as: 'zhou-min' },
	{ name: 'desk-as-head', path: '/desk/', as: 'li-guofu' },
	{ name: 'gallery', path: '/gallery/', as: 'nobody', isDevelopment: true },
]
