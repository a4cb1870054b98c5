import { useEffect } from 'preact/hooks'
import type { CourtyardView } from '../../shared/contract/score/liveViews.ts'
import { Chips } from '../components/Chips.tsx'
import { Failed } from '../components/Failed.tsx'
import { Icon } from '../components/Icon.tsx'
import type { IconName } from '../components/icons.ts'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Live } from '../components/Live.tsx'
import { Notice } from '../components/Notice.tsx'
import { useApi } from '../data/useApi.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { usePlace, useQuery } from '../routing/navigation.ts'
import { Routes } from '../routing/Routes.tsx'
import type { Session } from '../signIn/session.ts'
import { rememberCourtyard } from './lastCourtyard.ts'
import { PhoneSkeleton } from './PhoneSkeleton.tsx'
import { phoneWords } from './phoneWords.ts'
import { phoneRoutes } from './routes.ts'
import { CourtyardContext, useAddress } from './useCourtyard.ts'

/** The frame of the head's pages: which courtyard above, three words at the thumb below. */
export const Phone = ({ session }: { session: Session }) => {
	const common = useWords(commonWords)
	const t = useWords(phoneWords)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>(session.me.role === 'head' ? '/api/courtyards' : undefined)
	if (session.me.role !== 'head')
		return (
			<main class="phone">
				<Notice
					icon="home"
					title={t.forHeads}
					action={
						<a class="button" href="/desk/">
							{t.toDesk}
						</a>
					}
				>
					{t.forHeadsNote}
				</Notice>
			</main>
		)
	return (
		<div class="phone phone-framed">
			<a class="skip" href="#content">
				{common.skip}
			</a>
			<header class="phone-top">
				<span class="phone-mark">
					<img src="/icon.svg" width="28" height="28" alt="" />
					<strong>{common.product}</strong>
				</span>
				<LanguageSwitch />
			</header>
			<main id="content" class="phone-content">
				<Live of={courtyards} skeleton={<PhoneSkeleton />}>
					{({ courtyards: own }) => <Courtyard own={own} />}
				</Live>
			</main>
			<Bar />
		</div>
	)
}

const Courtyard = ({ own }: { own: readonly CourtyardView[] }) => {
	const common = useWords(commonWords)
	const t = useWords(phoneWords)
	const language = useLanguage()
	const asked = useQuery().get('courtyard')
	const courtyard = own.find(({ id }) => id === asked) ?? own[0]
	useEffect(() => {
		if (courtyard !== undefined) rememberCourtyard(courtyard.id)
	}, [courtyard?.id])
	if (courtyard === undefined)
		return (
			<Notice icon="home" title={t.noCourtyard}>
				{t.noCourtyardNote}
			</Notice>
		)
	return (
		<CourtyardContext.Provider value={courtyard}>
			{own.length > 1 && (
				<Chips
					name="courtyard"
					label={t.choose}
					choices={own.map(({ id, name }, index) => ({ value: index === 0 ? '' : id, label: name[language] }))}
				/>
			)}
			<Routes
				key={courtyard.id}
				routes={phoneRoutes}
				waiting={<PhoneSkeleton />}
				failed={(again) => <Failed failure={{ is: 'offline' }} again={again} />}
				notFound={
					<Notice icon="search" title={common.notFound}>
						{common.notFoundNote}
					</Notice>
				}
			/>
		</CourtyardContext.Provider>
	)
}

const Bar = () => {
	const t = useWords(phoneWords)
	const { path } = usePlace()
	const address = useAddress()
	// A task has its own buttons at the thumb, and the way back above.
	if (path.startsWith('/phone/tasks/')) return null
	const places: readonly { href: string; icon: IconName; word: string }[] = [
		{ href: '/phone', icon: 'home', word: t.home },
		{ href: '/phone/tasks', icon: 'task', word: t.tasks },
		{ href: '/phone/me', icon: 'person', word: t.me },
	]
	const isHere = (href: string): boolean =>
		href === '/phone' ? path.replace(/\/$/, '') === href : path === href || path.startsWith(`${href}/`)
	return (
		<nav class="phone-bar" aria-label={t.navigation}>
			{places.map(({ href, icon, word }) => (
				<a key={href} href={address(href)} aria-current={isHere(href) ? 'page' : undefined}>
					<Icon name={icon} />
					{word}
				</a>
			))}
		</nav>
	)
}
