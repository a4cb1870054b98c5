import { useEffect } from 'preact/hooks'
import { Failed } from '../components/Failed.tsx'
import { Icon } from '../components/Icon.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Notice } from '../components/Notice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { navigate, usePlace } from '../routing/navigation.ts'
import { Routes } from '../routing/Routes.tsx'
import { wallRoutes } from './routes.ts'
import { wallWords } from './wallWords.ts'

/** The frame of the wall. The TV and the sheet of paper stand without it. */
export const Wall = () => {
	const common = useWords(commonWords)
	const { path, search } = usePlace()
	const isTv = new URLSearchParams(search).has('tv')
	useEffect(() => {
		if (isTv) navigate('/wall/tv', { replace: true })
	}, [isTv])
	const page = (
		<Routes
			routes={wallRoutes}
			waiting={<Skeleton lines={6} tall />}
			failed={(again) => <Failed failure={{ is: 'offline' }} again={again} />}
			notFound={
				<Notice icon="search" title={common.notFound}>
					{common.notFoundNote}
				</Notice>
			}
		/>
	)
	if (/^\/wall\/(tv|print)\/?$/.test(path)) return page
	return (
		<div class="wall">
			<a class="skip" href="#content">
				{common.skip}
			</a>
			<Head isHome={/^\/wall\/?$/.test(path)} />
			<main id="content" class="wall-content">
				{page}
			</main>
		</div>
	)
}

const Head = ({ isHome }: { isHome: boolean }) => {
	const t = useWords(wallWords)
	const { product } = useWords(commonWords)
	return (
		<header class="wall-head">
			{isHome ? (
				<a class="wall-mark" href="/">
					<img src="/icon.svg" width="32" height="32" alt="" />
					<strong>{product}</strong>
				</a>
			) : (
				<a class="wall-mark" href="/wall">
					<Icon name="left" />
					{t.home}
				</a>
			)}
			<LanguageSwitch />
		</header>
	)
}
