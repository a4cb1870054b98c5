import { Failed } from '../components/Failed.tsx'
import { Icon } from '../components/Icon.tsx'
import type { IconName } from '../components/icons.ts'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Notice } from '../components/Notice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { useCurrentInSight } from '../components/useCurrentInSight.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { usePlace } from '../routing/navigation.ts'
import { Routes } from '../routing/Routes.tsx'
import type { Session } from '../signIn/session.ts'
import { signInWords } from '../signIn/signInWords.ts'
import { deskWords } from './deskWords.ts'
import { placeOf } from './placeOf.ts'
import { deskRoutes } from './routes.ts'

/** The frame of the desk: the navigation at the left, the page at the right. */
export const Desk = ({ session }: { session: Session }) => {
	const common = useWords(commonWords)
	const t = useWords(deskWords)
	if (session.me.role === 'head')
		return (
			<main>
				<Notice
					icon="person"
					title={t.forStaff}
					action={
						<a class="button" href="/phone/">
							{t.toPhone}
						</a>
					}
				>
					{t.forStaffNote}
				</Notice>
			</main>
		)
	return (
		<div class="desk">
			<a class="skip" href="#content">
				{common.skip}
			</a>
			<Navigation session={session} />
			<main id="content" class="desk-content">
				<Routes
					routes={deskRoutes}
					waiting={<Skeleton lines={6} tall />}
					failed={(again) => <Failed failure={{ is: 'offline' }} again={again} />}
					notFound={
						<Notice icon="search" title={common.notFound}>
							{common.notFoundNote}
						</Notice>
					}
				/>
			</main>
		</div>
	)
}

const Navigation = ({ session }: { session: Session }) => {
	const common = useWords(commonWords)
	const words = useWords(signInWords)
	const t = useWords(deskWords)
	const { path } = usePlace()
	const list = useCurrentInSight<HTMLUListElement>(placeOf(path))
	const places: readonly { href: string; icon: IconName; word: string }[] = [
		{ href: '/desk', icon: 'today', word: t.today },
		{ href: '/desk/courtyards', icon: 'courtyard', word: t.courtyards },
		{ href: '/desk/tasks', icon: 'task', word: t.tasks },
		{ href: '/desk/rankings', icon: 'ranking', word: t.ranking },
		{ href: '/desk/inspections', icon: 'inspection', word: t.inspections },
		{ href: '/desk/data', icon: 'device', word: t.data },
		{ href: '/desk/settings', icon: 'settings', word: t.settings },
	]
	return (
		<nav class="desk-nav" aria-label={t.navigation}>
			<a class="desk-mark" href="/desk">
				<img src="/icon.svg" width="32" height="32" alt="" />
				<strong>{common.product}</strong>
			</a>
			<ul class="desk-places" ref={list}>
				{places
					.filter(({ href }) => deskRoutes.some((route) => route.path === href))
					.map(({ href, icon, word }) => (
						<li key={href}>
							<a href={href} aria-current={placeOf(path) === href ? 'page' : undefined}>
								<Icon name={icon} />
								{word}
							</a>
						</li>
					))}
			</ul>
			<div class="desk-person">
				<p>
					<strong>{session.me.name}</strong>
					<span class="small grey">{words[session.me.role]}</span>
				</p>
				<LanguageSwitch />
				<button type="button" class="quiet-link plain" onClick={() => void session.signOut()}>
					<Icon name="leave" />
					{words.signOut}
				</button>
			</div>
		</nav>
	)
}
